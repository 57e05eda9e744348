// Text signatures and docs as CPython 3.14 shows them, by dotted name. Made by tools/record/native_docs.py; do not edit.

export const docs: Readonly<Record<string, readonly [signature: string | null, doc: string | null]>> = {
  "_zoneinfo": [null, "C implementation of the zoneinfo module"],
  "_zoneinfo.ZoneInfo": [null, null],
  "_zoneinfo.ZoneInfo.__init_subclass__": [null, "Function to initialize subclasses."],
  "_zoneinfo.ZoneInfo.__reduce__": ["($self, /)", "Function for serialization with the pickle protocol."],
  "_zoneinfo.ZoneInfo._unpickle": ["($type, key, from_cache, /)", "Private method used in unpickling."],
  "_zoneinfo.ZoneInfo.clear_cache": ["($type, /, *, only_keys=None)", "Clear the ZoneInfo cache."],
  "_zoneinfo.ZoneInfo.dst": ["($self, dt, /)", "Retrieve a timedelta representing the amount of DST applied in a zone at the given datetime."],
  "_zoneinfo.ZoneInfo.from_file": ["($type, file_obj, /, key=None)", "Create a ZoneInfo file from a file object."],
  "_zoneinfo.ZoneInfo.fromutc": ["($self, object, /)", "Given a datetime with local time in UTC, retrieve an adjusted datetime in local time."],
  "_zoneinfo.ZoneInfo.no_cache": ["($type, /, key)", "Get a new instance of ZoneInfo, bypassing the cache."],
  "_zoneinfo.ZoneInfo.tzname": ["($self, dt, /)", "Retrieve a string containing the abbreviation for the time zone that applies in a zone at a given datetime."],
  "_zoneinfo.ZoneInfo.utcoffset": ["($self, dt, /)", "Retrieve a timedelta representing the UTC offset in a zone at the given datetime."],
};
