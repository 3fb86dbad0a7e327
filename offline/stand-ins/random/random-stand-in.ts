import schema from "../facts/random-schema.json";
import type { FaultKind } from "../faults";
import type { CheckResult } from "../protocol/stand-in";
import type { PropertyMap } from "../protocol/values";
import type { Instance } from "../resources/row";
import { type Invokes, TableStandIn } from "../resources/table-stand-in";
import { randomRows } from "./rows";

export class RandomStandIn extends TableStandIn {
    constructor(version: string) {
        super("random", version, randomRows, schema);
    }

    override checkConfig(inputs: PropertyMap): CheckResult {
        return { inputs, failures: [] };
    }

    override configure(): void {}

    override faultMessage(kind: FaultKind, type: string, operation: string, name: string): string {
        return `${this.speaker}: ${operation} of ${type} (${name}): ${kind}`;
    }

    protected override invokes(): Invokes {
        return {};
    }

    protected override place(): Pick<Instance, "region" | "accountId" | "partition"> {
        return { region: "", accountId: "", partition: "" };
    }
}
