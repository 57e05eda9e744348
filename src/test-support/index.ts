// The native modules that CPython's test suite brings along in C, with what has meaning for this machine. Not part of the shipped package: a bundle of its
// own that is loaded only when VIVARIUM_TEST_SUPPORT names it. See docs/test-support.md.
import type { ModuleSpec } from "../core/api.ts";
import { testcapiModule } from "./_testcapi.ts";
import { testinternalcapiModule } from "./_testinternalcapi.ts";
import { testlimitedcapiModule } from "./_testlimitedcapi.ts";
import { xxsubtypeModule } from "./xxsubtype.ts";
import { testmultiphaseModule, testsinglephaseModule } from "./extensions.ts";

export const modules: Record<string, () => ModuleSpec> = {
  _testcapi: () => testcapiModule,
  _testinternalcapi: () => testinternalcapiModule,
  _testlimitedcapi: () => testlimitedcapiModule,
  _testmultiphase: () => testmultiphaseModule,
  _testsinglephase: () => testsinglephaseModule,
  xxsubtype: () => xxsubtypeModule,
};
