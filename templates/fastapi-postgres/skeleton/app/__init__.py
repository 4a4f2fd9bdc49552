"""${{ values.title }}."""
