# -*- coding: utf-8 -*-
"""What every service of the application is built from."""
