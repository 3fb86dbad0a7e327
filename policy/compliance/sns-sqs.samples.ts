import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:sqs/queue:Queue": {
            sqsManagedSseEnabled: true,
        },
    },
};
