# -*- coding: utf-8 -*-
"""What knows nothing of any service."""
