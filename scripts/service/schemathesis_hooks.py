"""Keeps schemathesis from what a service refuses and no published schema rules out.

- On MongoDB, names of members of free JSON must not begin with `$` nor hold a dot, however deep
  they lie. A schema without recursion says so of the outer levels only. The conformance suites
  look at what is answered to names deeper than that.
- A server in front of an application takes request lines of a certain length only, and answers
  for itself: 8,000 octets are what RFC 9110 (4.1) wants at the least.
"""

from urllib.parse import urlencode

import schemathesis

# Leaves room for the method, the path and the version beside the query.
LONGEST_QUERY = 7_500

# Levels of a body whose names the schemas describe: the body's own, and those of a JSON value.
DESCRIBED_LEVELS = 4


def has_refused_name(value, level=1):
    """Whether there is a name below the described levels that a service refuses."""
    if isinstance(value, dict):
        is_below = level > DESCRIBED_LEVELS
        return any(
            (is_below and isinstance(name, str) and (name.startswith("$") or "." in name))
            or has_refused_name(member, level + 1)
            for name, member in value.items()
        )
    if isinstance(value, list):
        return any(has_refused_name(item, level + 1) for item in value)
    return False


@schemathesis.hook
def filter_body(context, body):
    """Lets a body through that a schema could describe."""
    return not has_refused_name(body)


@schemathesis.hook
def filter_query(context, query):
    """Lets a query through that fits into a request line."""
    return len(urlencode(query or {}, doseq=True)) <= LONGEST_QUERY
