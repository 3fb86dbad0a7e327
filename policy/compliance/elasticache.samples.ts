import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    also: {
        "elasticache-replication-group-require-shards": {
            "redis-cluster-mode-matches-cache": "the product is told of a cluster",
        },
        "elasticache-replication-group-require-tls": {
            "redis-tls-matches-url": "the product is given a rediss:// address",
        },
    },
};
