import schema from "../facts/aws-schema.json";
import type { FaultKind } from "../faults";
import type { CheckResult } from "../protocol/stand-in";
import { fields, isPlainMap, type PropertyMap, reveal, text } from "../protocol/values";
import type { Instance } from "../resources/row";
import { type Invokes, TableStandIn } from "../resources/table-stand-in";
import type { ResourceSchema } from "../schema/table";
import { awsFaultMessage } from "./fault-message";
import { awsInvokes } from "./invokes";
import { awsRows } from "./rows";

/** The account of the examples in AWS's own documentation. */
const ACCOUNT = "123456789012";

/** Settings of `pulumi:providers:aws` that mean something without an account; all others are accepted and have no effect. */
export class AwsStandIn extends TableStandIn {
    private region = "";
    private defaultTags: PropertyMap = {};

    constructor(version: string) {
        super("aws", version, awsRows, schema);
    }

    override checkConfig(inputs: PropertyMap): CheckResult {
        const failures =
            text(reveal(inputs["region"] ?? null)) === ""
                ? [
                      {
                          property: "region",
                          reason: `${this.speaker}: aws:region is not set. Run: pulumi config set aws:region eu-west-1`,
                      },
                  ]
                : [];
        return { inputs, failures };
    }

    override configure(inputs: PropertyMap): void {
        this.region = text(reveal(inputs["region"] ?? null));
        this.defaultTags = fields(fields(parsed(reveal(inputs["defaultTags"] ?? null)))["tags"]);
    }

    override faultMessage(kind: FaultKind, type: string, operation: string, name: string): string {
        const creates = this.rows[type]?.creates ?? `aws:${operation}`;
        const action = operation === "create" ? creates : `${creates.split(":", 1)[0]}:${callOf(creates, operation)}`;
        return awsFaultMessage({ kind, action, type, operation, name, accountId: ACCOUNT });
    }

    /** The provider merges the default tags and fills in the region while it plans. */
    protected override known(inputs: PropertyMap, { inputs: declared, outputs }: ResourceSchema): PropertyMap {
        const tags = { ...this.defaultTags, ...fields(inputs["tags"]) };
        return {
            ...(outputs["tagsAll"] === undefined ? {} : { tagsAll: tags }),
            ...(declared["region?"] === undefined ? {} : { region: inputs["region"] ?? this.region }),
        };
    }

    protected override invokes(): Invokes {
        return awsInvokes(this.place());
    }

    protected override place(): Pick<Instance, "region" | "accountId" | "partition"> {
        return { region: this.region, accountId: ACCOUNT, partition: "aws" };
    }
}

/** `CreateDBCluster` → `ModifyDBCluster`: what the update and the delete are called where the service keeps to the pattern. */
function callOf(creates: string, operation: string): string {
    const noun = creates
        .slice(creates.indexOf(":") + 1)
        .replace(/^(Create|Put|Request|Allocate|Associate|Register)/, "");
    return `${operation === "delete" ? "Delete" : "Modify"}${noun}`;
}

/** Provider settings arrive as JSON text when they are not strings. */
function parsed(value: PropertyMap[string]): PropertyMap[string] {
    if (typeof value !== "string" || value === "") return isPlainMap(value) ? value : null;
    return JSON.parse(value) as PropertyMap[string];
}
