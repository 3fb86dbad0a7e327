import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

export interface AuthToken {
    readonly token: pulumi.Output<string>;
    /** JSON with `password`, which External Secrets reads. */
    readonly secretArn: pulumi.Output<string>;
    readonly version: secretsmanager.SecretVersion;
}

/** The password that Redis asks of its clients, generated once and kept in Secrets Manager. */
export function createAuthToken(
    name: string,
    args: { readonly keyArn: pulumi.Input<string>; readonly protect: boolean },
    child: pulumi.CustomResourceOptions,
): AuthToken {
    // ElastiCache takes 16 to 128 characters and few special ones; a password of letters and digits needs no escaping in REDIS_URL.
    const password = new random.RandomPassword(`${name}-auth-token`, { length: 64, special: false }, child);
    const secret = new secretsmanager.Secret(
        `${name}-auth`,
        {
            description: "Password of the platform's Redis cluster",
            kmsKeyId: args.keyArn,
            // 0 deletes at once: a stack that comes and goes leaves no secret behind.
            recoveryWindowInDays: args.protect ? 30 : 0,
        },
        { ...child, protect: args.protect },
    );
    const version = new secretsmanager.SecretVersion(
        `${name}-auth-version`,
        { secretId: secret.id, secretString: pulumi.secret(pulumi.jsonStringify({ password: password.result })) },
        child,
    );
    return { token: password.result, secretArn: secret.arn, version };
}
