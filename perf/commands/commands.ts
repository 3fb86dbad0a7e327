import type { Command } from "commander";
import { addBaseline } from "./baseline";
import { addBundle } from "./bundle";
import { addCeiling } from "./ceiling";
import { addCheck } from "./check";
import { addCollect } from "./collect";
import { addCompare } from "./compare";
import { addInCluster } from "./in-cluster";
import { addReport } from "./report";
import { addRun } from "./run";
import { addSaturate } from "./saturate";
import { addScenarios } from "./scenarios";
import { addSimulate } from "./simulate";
import { addUnderFailure } from "./under-failure";

/** Every command, in the order in which they are used. */
export function addCommands(program: Command): void {
    addScenarios(program);
    addSimulate(program);
    addRun(program);
    addCeiling(program);
    addBundle(program);
    addCheck(program);
    addInCluster(program);
    addCollect(program);
    addBaseline(program);
    addCompare(program);
    addReport(program);
    addSaturate(program);
    addUnderFailure(program);
}
