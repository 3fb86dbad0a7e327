import type { NotCovered } from "../../not-covered";

export const elasticacheNotCovered: readonly NotCovered[] = [
    {
        id: "AwsSolutions-AEC5",
        why: "A port other than 6379 hides nothing from a scan and has to agree with REDIS_URL, security groups and network policies (P-NET-02); the platform stays with the default.",
    },
];
