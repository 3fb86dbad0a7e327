import schemaJson from "../facts/eks-schema.json";
import type { FaultKind } from "../faults";
import type { CheckResult, ConstructRequest, ConstructResult, StandIn } from "../protocol/stand-in";
import { isPlainMap, type PropertyMap } from "../protocol/values";
import { checkInputs } from "../schema/check-inputs";
import type { SchemaTable } from "../schema/table";
import { createCluster } from "./cluster";
import { ClusterInputs, SUPPORTED } from "./inputs";
import { Monitor } from "./monitor";
import { flatten } from "./output";

const CLUSTER = "eks:index:Cluster";
const schema: SchemaTable = schemaJson;

/** The remote component `eks:index:Cluster`. The package has no other resource that the program uses. */
export class EksStandIn implements StandIn {
    readonly name = "eks";

    /** @param versions of the SDKs whose resources it registers, by package */
    constructor(
        readonly version: string,
        private readonly versions: Readonly<Record<string, string>>,
    ) {}

    checkConfig(inputs: PropertyMap): CheckResult {
        return { inputs, failures: [] };
    }

    configure(): void {}

    async construct(request: ConstructRequest): Promise<ConstructResult> {
        this.refuse(request);
        const monitor = new Monitor({
            address: request.monitorAddress,
            preview: request.preview,
            protect: request.protect,
            retainOnDelete: request.retainOnDelete,
            providers: request.providers,
            versions: this.versions,
        });
        try {
            const { parent, dependencies } = request;
            const component = await monitor.component(CLUSTER, request.name, { parent, dependsOn: dependencies });
            const inputs = new ClusterInputs(request.inputs, request.inputDependencies);
            const outputs = await createCluster(monitor, request.name, component, inputs);
            await monitor.registerOutputs(component, outputs);
            const entries = Object.entries(outputs)
                .filter(([, output]) => output !== undefined)
                .map(([name, output]) => [name, flatten(output)] as const);
            return {
                urn: component.urn,
                state: Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
                stateDependencies: Object.fromEntries(entries.map(([name, output]) => [name, output.dependencies])),
            };
        } finally {
            monitor.close();
        }
    }

    check(): never {
        return this.noResources();
    }

    diff(): never {
        return this.noResources();
    }

    create(): never {
        return this.noResources();
    }

    update(): never {
        return this.noResources();
    }

    delete(): never {
        return this.noResources();
    }

    read(): never {
        return this.noResources();
    }

    invoke(token: string): never {
        throw new Error(`stand-in for eks: it does not know the function ${token}; it has none.`);
    }

    faultMessage(kind: FaultKind): string {
        return `stand-in for eks: ${kind}`;
    }

    private noResources(): never {
        throw new Error(`stand-in for eks: it has the component ${CLUSTER} only. Use @pulumi/aws for everything else.`);
    }

    private refuse({ type, inputs }: ConstructRequest): void {
        const speaker = "stand-in for eks";
        if (type !== CLUSTER)
            throw new Error(`${speaker}: it does not know the component ${type}; it has ${CLUSTER} only.`);
        const declared = schema.resources[CLUSTER]?.inputs ?? {};
        const given = Object.keys(inputs).filter((name) => (inputs[name] ?? null) !== null);
        const problems = checkInputs(schema, declared, inputs, { speaker, type }).map(({ reason }) => reason);
        problems.push(
            ...given
                .filter((name) => `${name}?` in declared && !SUPPORTED.includes(name))
                .map((name) => `${speaker}: ${type}: ${name} is not supported offline. Leave it out.`),
        );
        for (const name of ["skipDefaultNodeGroup", "vpcId"]) {
            if (inputs[name] === undefined || inputs[name] === null || inputs[name] === false) {
                problems.push(
                    `${speaker}: ${type}: it needs ${name}; it makes neither node groups nor look-ups. Set it.`,
                );
            }
        }
        if (given.includes("subnetIds") && (given.includes("publicSubnetIds") || given.includes("privateSubnetIds"))) {
            problems.push(
                `${speaker}: ${type}: subnetIds excludes publicSubnetIds and privateSubnetIds. Choose one way.`,
            );
        }
        if (
            inputs["authenticationMode"] !== "API" &&
            inputs["authenticationMode"] !== "API_AND_CONFIG_MAP" &&
            isPlainMap(inputs["accessEntries"])
        ) {
            problems.push(
                `${speaker}: ${type}: accessEntries need authenticationMode API or API_AND_CONFIG_MAP. Set it.`,
            );
        }
        if (problems.length > 0) throw new Error(problems.join("\n"));
    }
}
