# -*- coding: utf-8 -*-
"""How values are kept that JSON has no type for. Each class reads from JSON and writes to it."""

from decimal import Context, Decimal

from bson import Decimal128, ObjectId

from admin_server.utils.instants import format_instant, parse_instant

# As many digits as Decimal128 has.
EXACT = Context(prec=34)


class Field:
    """How a value is kept; as it comes, where a class does not say otherwise."""

    # What is answered where a document has no value.
    absent = None

    def load(self, value):
        """Reads a value.

        :param value: a JSON value that the schema allows
        :type value: object
        :return: the value to store
        :rtype: object
        """
        return value

    def dump(self, value):
        """Writes a value.

        :param value: a stored value
        :type value: object
        :return: a JSON value
        :rtype: object
        """
        return value


class IntegerField(Field):
    """Whole numbers; 1.0 is one too."""

    def load(self, value):
        """Reads a number.

        :type value: int | float
        :rtype: int
        """
        return int(value)


class NumberField(Field):
    """Numbers of 64 bits with a floating point."""

    def load(self, value):
        """Reads a number.

        :type value: int | float
        :rtype: float
        """
        return float(value)


class DecimalField(Field):
    """Exact decimal numbers, texts in JSON.

    :param scale: digits after the point
    :type scale: int
    """

    def __init__(self, scale):
        self.unit = Decimal(1).scaleb(-scale)

    def load(self, value):
        """Reads a number.

        :type value: str | int | float
        :rtype: bson.Decimal128
        """
        number = Decimal(str(value)).quantize(self.unit, context=EXACT)
        # There is no zero below zero.
        return Decimal128(number or abs(number))

    def dump(self, value):
        """Writes a number.

        :type value: bson.Decimal128
        :rtype: str
        """
        return format(value.to_decimal(), "f")


class BigIntegerField(Field):
    """Whole numbers of up to 18 digits, texts in JSON."""

    def load(self, value):
        """Reads a number.

        :type value: str | int | float
        :rtype: int
        """
        return int(value)

    def dump(self, value):
        """Writes a number.

        :type value: int
        :rtype: str
        """
        return str(value)


class InstantField(Field):
    """Moments."""

    def load(self, value):
        """Reads a moment.

        :type value: str
        :rtype: datetime.datetime
        """
        return parse_instant(value)

    def dump(self, value):
        """Writes a moment.

        :type value: datetime.datetime
        :rtype: str
        """
        return format_instant(value)


class ReferenceField(Field):
    """The id of another document.

    :param collection: where that document is
    :type collection: str
    :param on_delete: what happens when that document is deleted: ``restrict`` refuses it,
        ``cascade`` deletes this one too, ``set_null`` takes the reference away
    :type on_delete: str
    """

    def __init__(self, collection, on_delete):
        self.collection = collection
        self.on_delete = on_delete

    def load(self, value):
        """Reads an id.

        :type value: str
        :rtype: bson.ObjectId
        """
        return ObjectId(value)

    def dump(self, value):
        """Writes an id.

        :type value: bson.ObjectId
        :rtype: str
        """
        return str(value)


class ReferenceListField(ReferenceField):
    """The ids of other documents. When one of these is deleted, its id leaves the list.

    :param collection: where those documents are
    :type collection: str
    """

    absent = []

    def __init__(self, collection):
        super().__init__(collection, on_delete="pull")

    def load(self, value):
        """Reads ids.

        :type value: list
        :rtype: list
        """
        return [ObjectId(item) for item in value]

    def dump(self, value):
        """Writes ids.

        :type value: list
        :rtype: list
        """
        return [str(item) for item in value]
