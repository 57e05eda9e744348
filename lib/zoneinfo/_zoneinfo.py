"""The class ZoneInfo over TZif files in Python, for who asks for it; zoneinfo has the native one. The pinned library lacks this file."""
import re
from bisect import bisect_right as _bisect_right
from calendar import isleap, monthrange
from collections import OrderedDict
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple
from weakref import WeakValueDictionary

from . import _common, _tzpath

_EPOCH = 719163
_HOUR = 3600
_DAY = 86400
_deltas = {}


def _delta(seconds):
    found = _deltas.get(seconds)
    if found is None:
        found = timedelta(seconds=seconds)
        if len(_deltas) < 512:
            _deltas[seconds] = found
    return found


class _Period(NamedTuple):
    """What holds between two changes; seconds is the offset from UTC."""

    seconds: int
    utcoff: timedelta
    dstoff: timedelta
    name: str


def _period(seconds, saving, name):
    return _Period(seconds, _delta(seconds), _delta(saving), name)


class _Unknown:
    utcoff = dstoff = name = None


def _days_to_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + 1 - _EPOCH


class _NthDay:
    """A day of the year, as "J60" (which skips February 29) or "60" write it."""

    def __init__(self, day, skips_leap):
        if not skips_leap <= day <= 365:
            raise ValueError(f"d must be in [{int(skips_leap)}, 365], not: {day}")
        self.day = day
        self.skips_leap = skips_leap
        self.time = 2 * _HOUR

    def moment(self, year):
        """Seconds since the epoch on the local clock."""
        day = self.day if self.skips_leap and self.day >= 59 and isleap(year) else self.day - 1
        return (_days_to_year(year) + day) * _DAY + self.time


class _WeekDay:
    """The w-th weekday of a month, as "M3.5.0" writes it; the fifth is the last."""

    def __init__(self, month, week, day):
        if not 1 <= month <= 12:
            raise ValueError("m must be in [1, 12]")
        if not 1 <= week <= 5:
            raise ValueError("w must be in [1, 5]")
        if not 0 <= day <= 6:
            raise ValueError("d must be in [0, 6]")
        self.month = month
        self.week = week
        self.day = day
        self.time = 2 * _HOUR

    def moment(self, year):
        first, length = monthrange(year, self.month)
        day = (self.day - first - 1) % 7 + 7 * (self.week - 1)
        if day >= length:
            day -= 7
        return (datetime(year, self.month, 1).toordinal() - _EPOCH + day) * _DAY + self.time


class _Rules:
    """Standard and summer time for ever, by the rules at the end of a file."""

    def __init__(self, std, dst, start, end):
        self.std = std
        self.dst = dst
        self.start = start
        self.end = end
        self.shift = dst.seconds - std.seconds

    def _pick(self, moment, start, end):
        summer = start <= moment < end if start < end else not end <= moment < start
        return self.dst if summer else self.std

    def at_local(self, moment, year, fold):
        start, end = self.start.moment(year), self.end.moment(year)
        # Hours that do not exist count as before the change unless fold is set; hours that come twice the other way round.
        if fold == (self.shift >= 0):
            end -= self.shift
        else:
            start += self.shift
        return self._pick(moment, start, end)

    def at_utc(self, moment, year):
        start = self.start.moment(year) - self.std.seconds
        end = self.end.moment(year) - self.dst.seconds
        again = end if self.shift > 0 else start
        return self._pick(moment, start, end), again <= moment < again + abs(self.shift)


_NAME = "[a-zA-Z]+|<[a-zA-Z0-9+-]+>"
_CLOCK = r"[+-]?\d{1,3}(?::\d{2}(?::\d{2})?)?"
_ZONE = re.compile(f"({_NAME})(?:({_CLOCK})(?:({_NAME})({_CLOCK})?)?)?", re.ASCII)


def _clock_seconds(text, most, message):
    if re.fullmatch(_CLOCK, text, re.ASCII) is None:
        raise ValueError(f"Invalid time: {text}")
    hours, minutes, seconds = ([int(part) for part in text.lstrip("+-").split(":")] + [0, 0])[:3]
    if hours > most:
        raise ValueError(f"{message} must be in [0, {most}]: {text}")
    total = hours * _HOUR + minutes * 60 + seconds
    return -total if text.startswith("-") else total


def _change(text):
    date, slash, time = text.partition("/")
    if date.startswith("M"):
        found = re.fullmatch(r"M(\d{1,2})\.(\d)\.(\d)", date, re.ASCII)
        if found is None:
            raise ValueError(f"Invalid dst start/end date: {text}")
        change = _WeekDay(*map(int, found.groups()))
    else:
        julian = date.startswith("J")
        number = date[1:] if julian else date
        if re.fullmatch(r"\d{1,3}", number, re.ASCII) is None:
            raise ValueError(f"Invalid dst start/end date: {text}")
        change = _NthDay(int(number), julian)
    if slash:
        change.time = _clock_seconds(time, 167, "Hour")
    return change


def _rules(text):
    """A TZ string: a _Period without summer time, _Rules with it."""
    zone, comma, changes = text.partition(",")
    found = _ZONE.fullmatch(zone)
    if found is None:
        raise ValueError(f"{text} is not a valid TZ string")
    std_name, std_offset, dst_name, dst_offset = found.groups()
    if not std_offset:
        raise ValueError(f"Invalid STD offset in {text}")
    try:
        std_seconds = -_clock_seconds(std_offset, 24, "Offset hours")
    except ValueError as error:
        raise ValueError(f"Invalid STD offset in {text}") from error
    std = _period(std_seconds, 0, std_name.strip("<>"))
    if dst_name is None:
        if comma:
            raise ValueError(f"Transition rule present without DST: {text}")
        return std
    dst_seconds = std_seconds + _HOUR
    if dst_offset:
        try:
            dst_seconds = -_clock_seconds(dst_offset, 24, "Offset hours")
        except ValueError as error:
            raise ValueError(f"Invalid DST offset in {text}") from error
    if not comma:
        raise ValueError(f"Missing transition rules: {text}")
    try:
        start, end = map(_change, changes.split(",", 1))
    except ValueError as error:
        raise ValueError(f"Invalid TZ string: {text}") from error
    return _Rules(std, _period(dst_seconds, dst_seconds - std_seconds, dst_name.strip("<>")), start, end)


def _savings(order, offsets, summer):
    """How far each kind of period is ahead of standard time. Files only say whether it is: the neighbours tell by how much."""
    out = [0] * len(summer)
    missing = sum(summer)
    for at in range(1, len(order)):
        if not missing:
            return out
        kind = order[at]
        if not summer[kind] or out[kind]:
            continue
        saving = 0
        if not summer[order[at - 1]]:
            saving = offsets[kind] - offsets[order[at - 1]]
        if not saving and kind < len(summer) - 1 and at + 1 < len(order):
            if summer[order[at + 1]]:
                continue
            saving = offsets[kind] - offsets[order[at + 1]]
        if saving:
            out[kind] = saving
            missing -= 1
    return [_HOUR if is_summer and not saving else saving for saving, is_summer in zip(out, summer)]


class ZoneInfo(tzinfo):
    __module__ = "zoneinfo"
    _recent_size = 8
    _recent = OrderedDict()
    _weak_cache = WeakValueDictionary()

    def __init_subclass__(cls):
        cls._recent = OrderedDict()
        cls._weak_cache = WeakValueDictionary()

    def __new__(cls, key):
        recent = cls._recent
        zone = recent.get(key)
        if zone is not None:
            recent.move_to_end(key)
            return zone
        zone = cls._weak_cache.get(key)
        if zone is None:
            zone = cls._weak_cache.setdefault(key, cls._load(key))
            zone._cached = True
        recent[key] = zone
        if len(recent) > cls._recent_size:
            recent.popitem(last=False)
        return zone

    @classmethod
    def _load(cls, key):
        path = _tzpath.find_tzfile(key)
        if path is not None:
            file = open(path, "rb")
        else:
            file = cls._packaged(key)
        with file:
            return cls._made(file, key)

    @staticmethod
    def _packaged(key):
        """The file in the package tzdata. The pinned library's message would speak of Pyodide."""
        try:
            return _common.load_tzdata(key)
        except _common.ZoneInfoNotFoundError as error:
            reason = error.__context__
        try:
            raise reason
        except (ImportError, OSError, UnicodeEncodeError):
            raise _common.ZoneInfoNotFoundError(f"No time zone found with key {key}")

    @classmethod
    def _made(cls, file, key):
        zone = super().__new__(cls)
        zone._key = key
        zone._file = None
        zone._cached = False
        zone._read(file)
        return zone

    @classmethod
    def no_cache(cls, key):
        return cls._load(key)

    @classmethod
    def from_file(cls, file_obj, /, key=None):
        zone = cls._made(file_obj, key)
        zone._file = repr(file_obj)
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        if only_keys is None:
            cls._weak_cache.clear()
            cls._recent.clear()
            return
        for key in only_keys:
            cls._weak_cache.pop(key, None)
            cls._recent.pop(key, None)

    def _read(self, file):
        order, moments, offsets, summer, names, rules = _common.load_data(file)
        kinds = [_period(*fields) for fields in zip(offsets, _savings(order, offsets, summer), names)]
        self._moments = list(moments)
        self._periods = [kinds[kind] for kind in order]
        self._offsets = [period.utcoff for period in self._periods]
        # Before the first change the first standard time holds.
        standard = [kind for kind, is_summer in zip(kinds, summer) if not is_summer]
        self._before = standard[0] if standard else self._periods[0] if self._periods else None
        if rules:
            self._after = _rules(rules.decode())
        elif kinds:
            self._after = (self._periods or kinds)[-1]
        else:
            raise ValueError("No time zone information found.")
        # Changes on the local clock. Of the two readings of the clock at a change, fold 0 takes the later and fold 1 the earlier.
        self._local = [], []
        before = kinds[0].seconds if len(kinds) > 1 or not self._periods else self._periods[0].seconds
        for moment, period in zip(self._moments, self._periods):
            readings = sorted((before, period.seconds), reverse=True)
            for changes, reading in zip(self._local, readings):
                changes.append(moment + reading)
            before = period.seconds
        fixed = len(kinds) <= 1 and isinstance(self._after, _Period)
        self._fixed = fixed and (not kinds or kinds[0] == self._after)

    @property
    def key(self):
        return self._key

    def _at(self, dt):
        if dt is None:
            return self._after if self._fixed else _Unknown
        return self._when(dt, (dt.toordinal() - _EPOCH) * _DAY + dt.hour * _HOUR + dt.minute * 60 + dt.second)

    def _when(self, dt, moment):
        changes = self._local[dt.fold]
        if changes and moment < changes[0]:
            return self._before
        if not changes or moment > changes[-1]:
            if isinstance(self._after, _Rules):
                return self._after.at_local(moment, dt.year, dt.fold)
            return self._after
        return self._periods[_bisect_right(changes, moment) - 1]

    def utcoffset(self, dt, /):
        """Retrieve a timedelta representing the UTC offset in a zone at the given datetime."""
        if dt is None:
            return self._at(None).utcoff
        # Asked most, so in as few calls as possible.
        moment = (dt.toordinal() - _EPOCH) * _DAY + dt.hour * _HOUR + dt.minute * 60 + dt.second
        changes = self._local[dt.fold]
        if changes and changes[0] <= moment <= changes[-1]:
            return self._offsets[_bisect_right(changes, moment) - 1]
        return self._when(dt, moment).utcoff

    def dst(self, dt, /):
        """Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."""
        return self._at(dt).dstoff

    def tzname(self, dt, /):
        """Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."""
        return self._at(dt).name

    def fromutc(self, dt, /):
        """Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        moment = (dt.toordinal() - _EPOCH) * _DAY + dt.hour * _HOUR + dt.minute * 60 + dt.second
        moments = self._moments
        again = False
        if moments and moment < moments[0]:
            period = self._before
        elif isinstance(self._after, _Rules) and (not moments or moment > moments[-1]):
            period, again = self._after.at_utc(moment, dt.year)
        elif not moments:
            period = self._after
        else:
            at = _bisect_right(moments, moment)
            period = self._periods[at - 1]
            earlier = self._periods[at - 2] if at > 1 else self._before
            again = earlier.seconds - period.seconds > moment - moments[at - 1]
        dt += period.utcoff
        return dt.replace(fold=1) if again else dt

    def __str__(self):
        return repr(self) if self._key is None else str(self._key)

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}" if type(self) is ZoneInfo else type(self).__name__
        return f"{name}.from_file({self._file})" if self._key is None else f"{name}(key={self._key!r})"

    def __reduce__(self):
        if self._file is not None:
            from pickle import PicklingError
            raise PicklingError("Cannot pickle a ZoneInfo file from a file stream.")
        return type(self)._unpickle, (self._key, int(self._cached))

    @classmethod
    def _unpickle(cls, key, from_cache, /):
        return cls(key) if from_cache else cls.no_cache(key)
