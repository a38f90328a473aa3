"""What is seen of a plan's accounts before it is made."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from ..translate import tr
from . import numbers
from .plan_words import Remark


def with_accounts(attributes, accounts):
    """The attributes of the units with what accounts add up to, and remarks on the accounts.

    Parameters
    ----------
    attributes : `layers.inspection.Attributes`
    accounts : `layers.inspection.AccountColumns`, None where there are none or they are still counted
    """
    if accounts is None:
        return attributes, []
    columns = {
        name: np.array([values.get(fid, math.nan) for fid in attributes.ids])
        for name, values in accounts.values.items()
    }
    found = []
    if accounts.unplaced:
        words = tr("{count} of {accounts} accounts lie in no unit and count for nobody.")
        count, total = numbers.exact(accounts.unplaced), numbers.exact(accounts.accounts)
        found.append(Remark(words.format(count=count, accounts=total)))
    for field, count in accounts.missing.items():
        if count:
            words = tr("{count} accounts have no number in “{field}”.")
            found.append(Remark(words.format(count=numbers.exact(count), field=field)))
    return replace(attributes, values={**attributes.values, **columns}), found
