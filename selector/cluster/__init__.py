"""Work done by the workers of a Dask cluster, which the rest of the program knows as an executor."""

from selector.cluster.cluster import Cluster

__all__ = ["Cluster"]
