"""What every resource shares, whatever the web framework."""
