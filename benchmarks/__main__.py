"""``python -m benchmarks`` is the command line."""

from benchmarks.cli.main import main

if __name__ == "__main__":
    main()
