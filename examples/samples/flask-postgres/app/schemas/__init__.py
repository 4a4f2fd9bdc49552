"""What bodies may hold and what rows look like in answers (Marshmallow)."""
