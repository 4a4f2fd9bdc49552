# -*- coding: utf-8 -*-
"""Finds what each service brings along, so that a new one joins by being there."""

import importlib
import pkgutil

import admin_server

PREFIX = "app_"


def service_modules(kind):
    """Imports one module of each service.

    :param kind: the end of its name, such as migrations
    :type kind: str
    :return: modules by the names of their services, in alphabetical order
    :rtype: dict
    """
    modules = {}
    for package in pkgutil.iter_modules(admin_server.__path__):
        if package.name.startswith(PREFIX):
            service = package.name[len(PREFIX) :]
            path = "admin_server.{}.{}_{}".format(package.name, service, kind)
            modules[service] = importlib.import_module(path)
    return modules
