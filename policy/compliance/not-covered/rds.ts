import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const rdsNotCovered: readonly NotCovered[] = [
    {
        id: "RDS.23",
        why: "A port other than 5432 hides nothing from a scan and has to agree with DATABASE_URL, security groups and network policies (P-NET-02); the platform stays with the default.",
    },
    {
        id: "RDS.5",
        why: "For stand-alone instances, of which the platform has none; rds-cluster-require-multi-az asks the same of Aurora.",
    },
    {
        id: "RDS.8",
        why: "For stand-alone instances, of which the platform has none; rds-cluster-require-deletion-protection asks the same of Aurora.",
    },
    {
        id: "RDS.11",
        why: "For stand-alone instances, of which the platform has none; rds-cluster-require-backups asks the same of Aurora.",
    },
    {
        id: "RDS.14",
        why: "Aurora MySQL alone can go back in time in place; Aurora PostgreSQL restores to a point in time.",
    },
    { id: "RDS.28", why: TAGS },
    { id: "RDS.30", why: TAGS },
    { id: "RDS.33", why: TAGS },
];
