"""Private suppliers.

Capita, Optum and MBED are the firms accredited for end-to-end support on the Lead Provider Framework of 2014-15; which
services each would have offered in 2013 is an assumption. The others are invented.
"""

from selector.examples.england_2013.supplier import SYNTHETIC, Supplier

_FRAMEWORK: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "capita",
        "Capita",
        (
            "back-office",
            "clinical-equipment",
            "communications",
            "business-intelligence",
            "contract-management",
            "clinical-procurement",
            "continuing-care",
            "gp-it",
            "information-governance",
            "complaints",
            "estates",
            "corporate-it",
        ),
    ),
    (
        "optum",
        "Optum",
        (
            "business-intelligence",
            "contract-management",
            "service-redesign",
            "medicines-management",
            "continuing-care",
            "individual-funding-requests",
            "planning-and-strategy",
            "gp-it",
            "emergency-planning",
        ),
    ),
    (
        "mbed",
        "MBED",
        (
            "business-intelligence",
            "back-office",
            "communications",
            "contract-management",
            "service-redesign",
            "clinical-procurement",
            "safeguarding-and-quality",
            "planning-and-strategy",
            "public-involvement",
            "equality-and-diversity",
        ),
    ),
)

_INVENTED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "example-analytics",
        "Example Analytics Ltd",
        ("business-intelligence", "contract-management", "planning-and-strategy"),
    ),
    (
        "example-shared-services",
        "Example Shared Services Ltd",
        ("back-office", "estates", "corporate-it", "complaints"),
    ),
    (
        "example-informatics",
        "Example Informatics Ltd",
        ("gp-it", "corporate-it", "information-governance", "business-intelligence"),
    ),
    (
        "example-procurement",
        "Example Procurement Ltd",
        ("clinical-equipment", "clinical-procurement", "contract-management"),
    ),
    (
        "example-medicines-advisers",
        "Example Medicines Advisers Ltd",
        ("medicines-management", "individual-funding-requests"),
    ),
    (
        "example-care-assessors",
        "Example Care Assessors Ltd",
        ("continuing-care", "individual-funding-requests", "safeguarding-and-quality"),
    ),
)


def firms() -> tuple[Supplier, ...]:
    """The three of the framework and six invented ones, in an order that mixes them; all bid throughout England."""
    framework = [Supplier(name, title, "private", frozenset(offers)) for name, title, offers in _FRAMEWORK]
    invented = [
        Supplier(name, title, "private", frozenset(offers), tags=(SYNTHETIC,)) for name, title, offers in _INVENTED
    ]
    mixed: list[Supplier] = []
    while framework or invented:
        mixed += [queue.pop(0) for queue in (invented, framework) if queue]
    return tuple(mixed)
