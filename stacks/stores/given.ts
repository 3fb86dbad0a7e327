import type { ChartValues } from "../../infra/app/chart-values";
import { valueAt } from "../../infra/sizing/workload";

/** Whether the values say something at a path, or this very thing; the chart's base values hold "" for "not set". */
export function isGiven(values: ChartValues, path: string, wanted?: string): boolean {
    const value = valueAt(values, path);
    return wanted === undefined ? value !== undefined && value !== null && value !== "" : value === wanted;
}
