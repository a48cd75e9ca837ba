"""Who may do what: tenants, keys, scopes and limits."""
