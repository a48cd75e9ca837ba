"""Commands for whoever runs the service: keys, tenants, the audit log, backups."""
