"""Problems with several objectives: readers of public instances, one file each; a new one is entered in the table below."""

from collections.abc import Mapping

from benchmarks.fronts import kirlik_ap, kirlik_kp, mavrotas_kp, setpack
from benchmarks.fronts.format import Format, Front

FORMATS: Mapping[str, Format] = {
    each.name: each for each in (kirlik_ap.FORMAT, kirlik_kp.FORMAT, setpack.FORMAT, mavrotas_kp.FORMAT)
}

__all__ = ["FORMATS", "Format", "Front"]
