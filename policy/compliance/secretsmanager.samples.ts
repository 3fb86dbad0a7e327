import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:secretsmanager/secretPolicy:SecretPolicy": {
            secretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:secrets",
            blockPublicPolicy: true,
            policy: '{"Version":"2012-10-17","Statement":[]}',
        },
    },
};
