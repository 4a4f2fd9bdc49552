"""What the service does, each function in a session of its own."""
