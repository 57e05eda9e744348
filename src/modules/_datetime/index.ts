// _datetime: dates, times and the differences between them. Mirrors Modules/_datetimemodule.c.
// See docs/modules.md.
import { MAX_YEAR, MIN_YEAR } from "../../base/calendar.ts";
import { defineModule, type ModuleSpec, newCapsule } from "../../core/api.ts";
import { DateType } from "./date.ts";
import { DatetimeType } from "./datetime.ts";
import { docs } from "./docs.generated.ts";
import { TimeType } from "./time.ts";
import { TimedeltaType } from "./timedelta.ts";
import { TimezoneType, TzinfoType, UTC } from "./zones.ts";

export const datetimeModule: ModuleSpec = defineModule({
  name: "_datetime",
  doc: docs["_datetime"]![1],
  types: { date: DateType, datetime: DatetimeType, time: TimeType, timedelta: TimedeltaType, tzinfo: TzinfoType, timezone: TimezoneType },
  attributes: {
    MINYEAR: () => MIN_YEAR,
    MAXYEAR: () => MAX_YEAR,
    UTC: () => UTC,
    datetime_CAPI: (vm) => newCapsule(vm, "datetime.datetime_CAPI"),
  },
});
