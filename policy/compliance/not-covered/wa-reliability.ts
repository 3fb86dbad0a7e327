import type { NotCovered } from "../../not-covered";

export const waReliabilityNotCovered: readonly NotCovered[] = [
    {
        id: "REL09-BP01",
        why: "Checked store by store: rds-cluster-require-backups, dynamodb-table- and keyspaces-table-require-point-in-time-recovery, elasticache-replication-group-require-backups. OpenSearch takes snapshots by itself, and MSK and Kinesis keep events that PostgreSQL's outbox has first.",
    },
    {
        id: "REL09-BP02",
        why: "Checked store by store: backups have the encryption of what they are made of, which the rules of each store ask for, and vaults by backup-vault-require-customer-key.",
    },
    {
        id: "REL09-BP03",
        why: "Checked store by store: the backups that REL09-BP01 names are the services' own and run by themselves; backup-selections-cover-stores looks at plans of AWS Backup.",
    },
    {
        id: "REL09-BP04",
        why: "Restoring is a drill of people with a stack beside this one, not a property of the stack.",
    },
    {
        id: "REL10-BP03",
        why: "Checked by node-groups-match-tiers and the taints of each pool; which tiers share nodes is the vendor's choice.",
    },
];
