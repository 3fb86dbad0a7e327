import type { NotCovered } from "../../not-covered";

export const cloudwatchNotCovered: readonly NotCovered[] = [
    {
        id: "CKV_AWS_158",
        why: "CloudWatch encrypts every group. A key of the account is asked for where logs carry customers' data, by the rules of the stores; the flow log has addresses and ports alone, and a key of its own would cost more than it protects.",
    },
];
