"""What names may mean before anything is believed of them: who may lie where."""

from __future__ import annotations

import numpy as np

from gazetteer.index import Array
from geomap.resolution.candidates import Pool
from geomap.resolution.regions import number_each


def open_votes(pool: Pool, area: Array) -> Array:
    """How many other names may lie in each candidate's area, log(1 + votes); shape (N,).

    A name that may lie in k areas has 1/k of a vote for each: what may be anywhere says little.
    """
    names = len(pool.starts)
    areas, number = number_each(area)
    taken = np.zeros((names, len(areas)))
    taken[pool.owner, number] = 1.0
    taken[:, [at for at, some in enumerate(areas) if some < 0]] = 0.0
    taken /= np.maximum(taken.sum(axis=1, keepdims=True), 1.0)
    votes: Array = taken.sum(axis=0)[number] - taken[pool.owner, number]
    return np.log1p(votes)


def open_kin(pool: Pool, is_second: Array, parents: Array) -> list[Array]:
    """Whether another name may be the division around a candidate, or a place inside it.

    Divided by how many namesakes that holds for: "Paris" and "Henry County" fit together in
    Tennessee alone.
    """
    counties = is_second.nonzero()[0]
    kin = parents[:, 2, None] == pool.rows[counties]
    kin &= pool.owner[:, None] != pool.owner[counties]
    flags = np.zeros((2, len(pool.rows)))
    flags[0] = kin.any(axis=1)
    flags[1][counties] = kin.any(axis=0)
    for flag in flags:
        flag /= np.maximum(np.bincount(pool.owner, flag), 1.0)[pool.owner]
    return list(flags)
