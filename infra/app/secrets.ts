import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { EncryptionKey } from "../data/encryption-key";
import { APPLICATION_SECRETS } from "./application-secrets";

export interface ApplicationSecretsArgs {
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
    /** Values and secret cannot be deleted or replaced, and a secret deleted all the same can be restored for 30 days. */
    readonly protect: boolean;
}

/**
 * The application's own secrets: generated once, encrypted in the stack's state, and written as one JSON object to Secrets Manager,
 * from where External Secrets carries them to the pods.
 */
export class ApplicationSecrets extends pulumi.ComponentResource {
    readonly secretArn: pulumi.Output<string>;
    readonly kmsKeyArn: pulumi.Output<string>;
    /** The values' place in the secret: External Secrets finds nothing before it is there. */
    readonly version: secretsmanager.SecretVersion;

    constructor(name: string, args: ApplicationSecretsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:app:ApplicationSecrets", name, {}, opts);
        const child = { parent: this };
        const kept = { ...child, protect: args.protect, retainOnDelete: args.protect };

        const values = APPLICATION_SECRETS.map((secret) => [secret, createValue(`${name}-${secret}`, kept)] as const);
        const key = new EncryptionKey(`${name}-key`, { ...args, description: "KaireonAI application secrets" }, child);
        const secret = new secretsmanager.Secret(
            name,
            {
                // Auto-named: the name of a deleted secret stays taken for as long as it can be restored.
                description: "KaireonAI application secrets, one JSON key for each environment variable",
                kmsKeyId: key.arn,
                recoveryWindowInDays: args.protect ? 30 : 0,
            },
            kept,
        );
        // Not `secretStringWo`: Pulumi keeps write-only inputs in its state too (encrypted, as this one), and would no longer see
        // that someone changed the secret. https://www.pulumi.com/docs/iac/concepts/secrets/write-only-fields/
        // Not protected: another key in the JSON replaces the version, and the old one stays readable as AWSPREVIOUS.
        this.version = new secretsmanager.SecretVersion(
            `${name}-values`,
            { secretId: secret.id, secretString: pulumi.secret(pulumi.jsonStringify(Object.fromEntries(values))) },
            child,
        );

        this.secretArn = secret.arn;
        this.kmsKeyArn = key.arn;
        this.registerOutputs({ secretArn: this.secretArn });
    }
}

/**
 * A value that is generated once and for good. A new API_KEY_PEPPER makes every stored API key invalid and a new
 * CONNECTOR_ENCRYPTION_KEY every stored credential unreadable, with the database intact: a change of these arguments is ignored, and a
 * replacement for any other reason is refused.
 */
function createValue(name: string, options: pulumi.CustomResourceOptions): pulumi.Output<string> {
    const password = new random.RandomPassword(
        name,
        // Letters and digits alone pass unchanged through headers, URLs and shells; 64 of them are more than 380 bits.
        { length: 64, special: false },
        { ...options, ignoreChanges: ["length", "special"] },
    );
    return password.result;
}
