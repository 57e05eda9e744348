export * from "./base/constant.ts";
