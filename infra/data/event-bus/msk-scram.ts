import * as msk from "@pulumi/aws/msk";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { policyDocument } from "../../iam/policy-document";
import type { StorePlacement } from "../backend";

export interface ScramUser {
    /** JSON with `username` and `password`, as MSK wants it. */
    readonly secretArn: pulumi.Output<string>;
    /** Until it exists the brokers know no user. */
    readonly association: msk.ScramSecretAssociation;
}

/** The platform's user for SCRAM authentication. */
export function createScramUser(
    name: string,
    args: { readonly placement: StorePlacement; readonly keyArn: pulumi.Input<string>; readonly cluster: msk.Cluster },
    child: pulumi.CustomResourceOptions,
): ScramUser {
    const { placement } = args;
    const password = new random.RandomPassword(`${name}-scram-password`, { length: 64, special: false }, child);
    const secret = new secretsmanager.Secret(
        `${name}-scram`,
        {
            description: "User of the platform's Kafka cluster",
            // MSK takes no secret of another name, and none under AWS's own key.
            namePrefix: `AmazonMSK_${placement.namePrefix}-`,
            kmsKeyId: args.keyArn,
            recoveryWindowInDays: placement.protect ? 30 : 0,
        },
        { ...child, protect: placement.protect },
    );
    const version = new secretsmanager.SecretVersion(
        `${name}-scram-version`,
        {
            secretId: secret.id,
            secretString: pulumi.secret(pulumi.jsonStringify({ username: "kaireon", password: password.result })),
        },
        child,
    );
    // MSK would attach it by itself, and every later run would want to take it away again.
    const policy = new secretsmanager.SecretPolicy(
        `${name}-scram-policy`,
        {
            secretArn: secret.arn,
            policy: policyDocument([
                {
                    Sid: "AWSKafkaResourcePolicy",
                    Effect: "Allow",
                    Principal: { Service: "kafka.amazonaws.com" },
                    Action: "secretsmanager:getSecretValue",
                    Resource: secret.arn,
                },
            ]),
            blockPublicPolicy: true,
        },
        child,
    );
    const association = new msk.ScramSecretAssociation(
        `${name}-scram-association`,
        { clusterArn: args.cluster.arn, secretArnLists: [secret.arn] },
        { ...child, dependsOn: [version, policy] },
    );
    return { secretArn: secret.arn, association };
}
