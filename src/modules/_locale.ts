// _locale of the C locale with UTF-8 text: the only one there is. Mirrors Modules/_localemodule.c. See docs/modules.md.
import { argumentName, asCInt, call, defineModule, dictSetText, exc, getAttrText, isStr, type ModuleSpec, newList, newScopedDict, newStr, newTuple, None, PyError, strText, textOf, typeError, type Value, valueError, type Vm } from "../core/api.ts";
import { textCompare } from "../base/text.ts";
import { describedFunctions, docOf } from "./described.ts";

const NUMBERS: Readonly<Record<string, number>> = {
  ABDAY_1: 131072,
  ABDAY_2: 131073,
  ABDAY_3: 131074,
  ABDAY_4: 131075,
  ABDAY_5: 131076,
  ABDAY_6: 131077,
  ABDAY_7: 131078,
  ABMON_1: 131086,
  ABMON_10: 131095,
  ABMON_11: 131096,
  ABMON_12: 131097,
  ABMON_2: 131087,
  ABMON_3: 131088,
  ABMON_4: 131089,
  ABMON_5: 131090,
  ABMON_6: 131091,
  ABMON_7: 131092,
  ABMON_8: 131093,
  ABMON_9: 131094,
  ALT_DIGITS: 131119,
  AM_STR: 131110,
  CHAR_MAX: 127,
  CODESET: 14,
  CRNCYSTR: 262159,
  DAY_1: 131079,
  DAY_2: 131080,
  DAY_3: 131081,
  DAY_4: 131082,
  DAY_5: 131083,
  DAY_6: 131084,
  DAY_7: 131085,
  D_FMT: 131113,
  D_T_FMT: 131112,
  ERA: 131116,
  ERA_D_FMT: 131118,
  ERA_D_T_FMT: 131120,
  ERA_T_FMT: 131121,
  LC_ALL: 6,
  LC_COLLATE: 3,
  LC_CTYPE: 0,
  LC_MESSAGES: 5,
  LC_MONETARY: 4,
  LC_NUMERIC: 1,
  LC_TIME: 2,
  MON_1: 131098,
  MON_10: 131107,
  MON_11: 131108,
  MON_12: 131109,
  MON_2: 131099,
  MON_3: 131100,
  MON_4: 131101,
  MON_5: 131102,
  MON_6: 131103,
  MON_7: 131104,
  MON_8: 131105,
  MON_9: 131106,
  NOEXPR: 327681,
  PM_STR: 131111,
  RADIXCHAR: 65536,
  THOUSEP: 65537,
  T_FMT: 131114,
  T_FMT_AMPM: 131115,
  YESEXPR: 327680,
  _DATE_FMT: 131180,
};

/** nl_langinfo by the constant's name. */
const INFO: Readonly<Record<string, string>> = {
  ABDAY_1: "Sun",
  ABDAY_2: "Mon",
  ABDAY_3: "Tue",
  ABDAY_4: "Wed",
  ABDAY_5: "Thu",
  ABDAY_6: "Fri",
  ABDAY_7: "Sat",
  ABMON_1: "Jan",
  ABMON_10: "Oct",
  ABMON_11: "Nov",
  ABMON_12: "Dec",
  ABMON_2: "Feb",
  ABMON_3: "Mar",
  ABMON_4: "Apr",
  ABMON_5: "May",
  ABMON_6: "Jun",
  ABMON_7: "Jul",
  ABMON_8: "Aug",
  ABMON_9: "Sep",
  AM_STR: "AM",
  CODESET: "UTF-8",
  CRNCYSTR: "-",
  DAY_1: "Sunday",
  DAY_2: "Monday",
  DAY_3: "Tuesday",
  DAY_4: "Wednesday",
  DAY_5: "Thursday",
  DAY_6: "Friday",
  DAY_7: "Saturday",
  D_FMT: "%m/%d/%y",
  D_T_FMT: "%a %b %e %H:%M:%S %Y",
  ERA: "",
  ERA_D_FMT: "",
  ERA_D_T_FMT: "",
  ERA_T_FMT: "",
  MON_1: "January",
  MON_10: "October",
  MON_11: "November",
  MON_12: "December",
  MON_2: "February",
  MON_3: "March",
  MON_4: "April",
  MON_5: "May",
  MON_6: "June",
  MON_7: "July",
  MON_8: "August",
  MON_9: "September",
  NOEXPR: "^[nN]",
  PM_STR: "PM",
  RADIXCHAR: ".",
  THOUSEP: "",
  T_FMT: "%H:%M:%S",
  T_FMT_AMPM: "%I:%M:%S %p",
  YESEXPR: "^[yY]",
  _DATE_FMT: "%a %b %e %H:%M:%S %Z %Y",
};

function localeError(vm: Vm): Value {
  return vm.stateOf("_locale.Error", () => {
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr("locale"));
    const made = call(vm, getAttrText(vm, exc.ExceptionType.obj, "__class__"), [newStr("Error"), newTuple(vm, [exc.ExceptionType.obj]), dict]);
    if (typeof made !== "number") made.rc++;
    return made;
  });
}

const LC_ALL = 6;
/** Categories by number; LC_ALL has no name of its own in what it answers. */
const CATEGORIES = ["LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "", "LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION"];

/** The name of a locale that exists, as setlocale() answers it; undefined for others. */
function knownLocale(name: string): string | undefined {
  if (name === "POSIX") return "C";
  return /^C(\.(UTF-8|utf8))?$/.test(name) ? name : undefined;
}

/** What the environment names for a category: LC_ALL, its own variable, LANG. */
function localeOfEnvironment(vm: Vm, number: number): string {
  const variables = vm.host.environment?.variables();
  if (variables === undefined) return number === 0 ? "C.UTF-8" : "C";
  return variables.get("LC_ALL") || variables.get(CATEGORIES[number]!) || variables.get("LANG") || "C";
}

/** The locales of a new process: text is UTF-8 unless LC_ALL wants something else (PEP 538). */
function firstLocales(vm: Vm): string[] {
  const named = knownLocale(localeOfEnvironment(vm, 0)) ?? "C";
  const coerced = named === "C" && !vm.host.environment?.variables().get("LC_ALL");
  return CATEGORIES.map((_, number) => (number > 0 ? "C" : coerced ? "C.UTF-8" : named));
}

/** A locale for each category that `text` means, or undefined. */
function wantedLocales(vm: Vm, which: number, text: string): (string | undefined)[] {
  if (text === "") {
    return CATEGORIES.map((_, number) => {
      const name = knownLocale(localeOfEnvironment(vm, number));
      return number === 0 && (name === undefined || name === "C") && !vm.host.environment?.variables().get("LC_ALL") ? "C.UTF-8" : name;
    });
  }
  const parts = which === LC_ALL && text.includes(";") ? new Map(text.split(";").map((part) => part.split("=", 2) as [string, string])) : undefined;
  return CATEGORIES.map((category) => (parts === undefined ? knownLocale(text) : category === "" ? "C" : knownLocale(parts.get(category) ?? "")));
}

function setlocale(vm: Vm, category: Value, locale?: Value): Value {
  const which = asCInt(vm, category);
  const known = which >= 0 && which < CATEGORIES.length;
  const names: string[] = vm.stateOf("_locale", () => firstLocales(vm));
  if (locale !== undefined && locale !== None) {
    if (!isStr(locale)) throw typeError(vm, `setlocale() argument 2 must be str or None, not ${argumentName(locale)}`);
    const wanted = known ? wantedLocales(vm, which, textOf(locale)) : [];
    const chosen = which === LC_ALL ? wanted : [wanted[which]];
    if (!known || chosen.includes(undefined)) throw failure(vm, "unsupported locale setting");
    if (which === LC_ALL) for (let i = 0; i < names.length; i++) names[i] = wanted[i]!;
    else names[which] = wanted[which]!;
  }
  if (!known) throw failure(vm, "locale query failed");
  if (which !== LC_ALL) return newStr(names[which]!);
  const all = CATEGORIES.map((name, number) => [name, names[number]!] as const).filter(([name]) => name !== "");
  if (all.every(([, value]) => value === names[0])) return newStr(names[0]!);
  return newStr(all.map(([name, value]) => `${name}=${value}`).join(";"));
}

function failure(vm: Vm, message: string): PyError {
  const error = call(vm, localeError(vm), [newStr(message)]) as any;
  error.rc++;
  return new PyError(error);
}

function localeconv(vm: Vm): Value {
  const dict = newScopedDict(vm);
  for (const name of ["decimal_point", "thousands_sep", "int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "positive_sign", "negative_sign"]) dictSetText(vm, dict, name, newStr(name === "decimal_point" ? "." : ""));
  for (const name of ["grouping", "mon_grouping"]) dictSetText(vm, dict, name, newList(vm, []));
  for (const name of ["int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"]) dictSetText(vm, dict, name, 127);
  return dict;
}

function langinfo(vm: Vm, key: Value): Value {
  const n = asCInt(vm, key);
  for (const [name, text] of Object.entries(INFO)) if (NUMBERS[name] === n) return newStr(text);
  if (n === NUMBERS["ALT_DIGITS"]) return newStr("");
  throw valueError(vm, "unsupported langinfo constant");
}

function twoTexts(vm: Vm, a: Value, b: Value): Value {
  if (!isStr(a)) throw typeError(vm, `strcoll() argument 1 must be str, not ${argumentName(a)}`);
  if (!isStr(b)) throw typeError(vm, `strcoll() argument 2 must be str, not ${argumentName(b)}`);
  for (const v of [a, b]) if (textOf(v).includes("\0")) throw valueError(vm, "embedded null character");
  return Math.sign(textCompare(strText(a), strText(b)));
}

const constants: Record<string, (vm: Vm) => Value> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = () => value;

export const localeModule: ModuleSpec = defineModule({
  name: "_locale",
  doc: docOf("_locale"),
  functions: describedFunctions("_locale", {
    setlocale,
    localeconv,
    nl_langinfo: langinfo,
    getencoding: () => newStr("UTF-8"),
    strcoll: twoTexts,
    strxfrm: (vm: Vm, text: Value) => {
      if (!isStr(text)) throw typeError(vm, `strxfrm() argument must be str, not ${argumentName(text)}`);
      if (textOf(text).includes("\0")) throw valueError(vm, "embedded null character");
      return text;
    },
  }),
  attributes: { ...constants, Error: localeError },
});
