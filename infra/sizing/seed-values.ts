import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type ChartValues, mergeValues } from "../app/chart-values";

/** For tests: the chart's own files, as the program reads them from the project's folder. */
export const baseValues = (): ChartValues => parse(readFileSync("infra/helm/values.yaml", "utf8"));
export const largeValues = (): ChartValues => parse(readFileSync("infra/helm/values-large.yaml", "utf8"));
/** Base and overlay with a change on top. */
export const seedValues = (over: ChartValues = {}): ChartValues => mergeValues(baseValues(), largeValues(), over);
