import type { Policy } from "../policy";
import { rdsControls } from "./rds";
import { rdsClusterRequireFinalSnapshot } from "./rds/rds-cluster-require-final-snapshot";

/** Published controls: tables of rows by service, and rules with logic in a file of their own. */
export const compliancePolicies: readonly Policy[] = [...rdsControls, rdsClusterRequireFinalSnapshot];
