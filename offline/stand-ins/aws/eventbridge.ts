import { type PropertyMap, text } from "../protocol/values";
import { prefixedName } from "../resources/names";
import type { Instance, Refusal, Rows } from "../resources/row";
import { arn, resourceName } from "./arn";
import { refuseName } from "./refuse-name";

/** The bus that every account has; whatever names no bus belongs to it. */
const DEFAULT_BUS = "default";
const CREATED_AT = "2026-01-01T00:00:00Z";

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

/** `<bus>` and a separator, or nothing for the default bus. A bus may be given by its ARN. */
function busPrefix(bus: string, separator: string): string {
    return bus === "" || bus === DEFAULT_BUS ? "" : `${bus}${separator}`;
}

function targetId(instance: Instance): string {
    return of(instance, "targetId") || prefixedName(null, instance.hex(12), "terraform-");
}

/** EventBridge and the registry of its schemas. */
export const eventBridge: Rows = {
    "aws:cloudwatch/eventBus:EventBus": {
        creates: "events:CreateEventBus",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({ arn: arn(instance, "events", `event-bus/${of(instance, "name")}`) }),
        replaceOn: ["name", "eventSourceName"],
    },
    "aws:cloudwatch/eventBusPolicy:EventBusPolicy": {
        creates: "events:PutPermission",
        id: (instance) => of(instance, "eventBusName"),
        replaceOn: ["eventBusName"],
        defaults: { eventBusName: DEFAULT_BUS },
    },
    "aws:cloudwatch/eventRule:EventRule": {
        creates: "events:PutRule",
        id: (instance) => `${busPrefix(of(instance, "eventBusName"), "/")}${of(instance, "name")}`,
        outputs: (instance) => {
            const bus = busPrefix(resourceName(of(instance, "eventBusName")), "/");
            return { arn: arn(instance, "events", `rule/${bus}${of(instance, "name")}`) };
        },
        replaceOn: ["name", "namePrefix", "eventBusName"],
        defaults: { eventBusName: DEFAULT_BUS },
        autoName: { maxLength: 64 },
        refuse: refuseRule,
    },
    "aws:cloudwatch/eventTarget:EventTarget": {
        creates: "events:PutTargets",
        id: (instance) =>
            `${busPrefix(of(instance, "eventBusName"), "-")}${of(instance, "rule")}-${targetId(instance)}`,
        outputs: (instance) => ({ targetId: targetId(instance) }),
        replaceOn: ["rule", "targetId", "eventBusName"],
        defaults: { eventBusName: DEFAULT_BUS },
    },
    "aws:cloudwatch/eventArchive:EventArchive": {
        creates: "events:CreateArchive",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({ arn: arn(instance, "events", `archive/${of(instance, "name")}`) }),
        replaceOn: ["name", "eventSourceArn"],
        refuse: (inputs) =>
            refuseName(inputs, {
                property: "name",
                pattern: /^[\w.-]{1,48}$/,
                allowed: "EventBridge allows an archive 1 to 48 letters, digits, dots, hyphens and underscores",
            }),
    },
    "aws:schemas/registry:Registry": {
        creates: "schemas:CreateRegistry",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({ arn: arn(instance, "schemas", `registry/${of(instance, "name")}`) }),
        replaceOn: ["name"],
        autoName: { maxLength: 64 },
    },
    "aws:schemas/schema:Schema": {
        creates: "schemas:CreateSchema",
        id: (instance) => `${of(instance, "name")}/${of(instance, "registryName")}`,
        outputs: schemaOutputs,
        replaceOn: ["name", "registryName"],
        recompute: ["version"],
        refuse: (inputs) =>
            refuseName(inputs, {
                property: "type",
                pattern: /^(OpenApi3|JSONSchemaDraft4)$/,
                allowed: "EventBridge has OpenApi3 and JSONSchemaDraft4",
            }),
    },
};

function refuseRule(inputs: PropertyMap): Refusal | undefined {
    if ((inputs["eventPattern"] ?? null) !== null || (inputs["scheduleExpression"] ?? null) !== null) return undefined;
    return { property: "eventPattern", problem: "a rule needs eventPattern or scheduleExpression. Set one." };
}

/** Other content is another version; older ones stay in the registry. */
function schemaOutputs(instance: Instance): PropertyMap {
    const { old, inputs } = instance;
    const version = Number(old?.["version"] ?? 0);
    const changed = old?.["content"] !== inputs["content"] || old?.["type"] !== inputs["type"];
    return {
        arn: arn(instance, "schemas", `schema/${of(instance, "registryName")}/${of(instance, "name")}`),
        lastModified: CREATED_AT,
        version: String(changed ? version + 1 : version),
        versionCreatedDate: CREATED_AT,
    };
}
