import schemaJson from "../facts/kubernetes-schema.json";
import type { FaultKind } from "../faults";
import type {
    CheckRequest,
    CheckResult,
    CreateRequest,
    DiffRequest,
    DiffResult,
    ReadRequest,
    StandIn,
    UpdateRequest,
} from "../protocol/stand-in";
import { containsUnknown, type PropertyMap, reveal, revealMap } from "../protocol/values";
import { diffInputs } from "../resources/diff";
import { settled, withComputed, withUnknown } from "../resources/outputs";
import { checkInputs } from "../schema/check-inputs";
import type { SchemaTable } from "../schema/table";
import { isCustomResource, kinds, PROVIDER, RELEASE } from "./kinds";
import { checkShape, namedObject, objectId, serverFields } from "./objects";
import { checkRelease, releaseId, releaseState } from "./release";

const schema: SchemaTable = schemaJson;

/** The engine does not ask a provider anything that has an unknown setting; with this in its place it does, and charts are rendered. */
const NO_CLUSTER_YET = "stand-in: known when the cluster exists";

export class KubernetesStandIn implements StandIn {
    readonly name = "kubernetes";

    /** @param debug is told what only a curious user wants to know */
    constructor(
        readonly version: string,
        private readonly debug: (message: string) => void,
    ) {}

    checkConfig(inputs: PropertyMap): CheckResult {
        const declared = schema.resources[PROVIDER]?.inputs ?? {};
        const known = Object.fromEntries(
            Object.entries(inputs).map(([name, value]) => [name, containsUnknown(value) ? NO_CLUSTER_YET : value]),
        );
        const { version: _, pluginDownloadURL: __, ...settings } = known;
        const subject = { speaker: this.speaker, type: PROVIDER };
        return { inputs: known, failures: checkInputs(schema, declared, settings, subject) };
    }

    /** Another cluster: everything on it has to be made anew. A kubeconfig alone may only have other credentials. */
    replacingSettings(oldInputs: PropertyMap, inputs: PropertyMap): readonly string[] {
        const before = reveal(oldInputs["clusterIdentifier"] ?? null);
        const now = reveal(inputs["clusterIdentifier"] ?? null);
        return before === null || now === NO_CLUSTER_YET || before === now ? [] : ["clusterIdentifier"];
    }

    configure(): void {}

    async check(request: CheckRequest): Promise<CheckResult> {
        const subject = { speaker: this.speaker, type: request.type };
        const declared = schema.resources[request.type]?.inputs;
        if (request.type === RELEASE) {
            const failures = checkInputs(schema, declared ?? {}, request.inputs, subject);
            if (failures.length > 0) return { inputs: request.inputs, failures };
            return checkRelease(request, this.speaker, (reference) => {
                this.debug(`${this.speaker}: ${reference} is not rendered: there is no network in an offline run.`);
            });
        }
        const inputs = namedObject(request);
        if (declared !== undefined) return { inputs, failures: checkInputs(schema, declared, inputs, subject) };
        if (isCustomResource(request.type)) return { inputs, failures: checkShape(inputs, request.type, this.speaker) };
        throw new Error(
            `${this.speaker}: it does not know the resource type ${request.type}. Add a row to offline/stand-ins/kubernetes/kinds.ts and run npm run stand-ins.`,
        );
    }

    diff(request: DiffRequest): DiffResult {
        if (request.type === RELEASE) return diffInputs({ replaceOn: ["name", "namespace"] }, request);
        const fixed = kinds[request.type]?.replaceOn ?? [];
        // Two objects of one name cannot be at once: the old one goes first, unless its name is made up.
        return diffInputs(
            { replaceOn: ["metadata.name", "metadata.namespace", ...fixed], deleteBeforeReplace: true },
            request,
        );
    }

    create({ type, urn, inputs, preview }: CreateRequest): { id: string; state: PropertyMap } {
        if (type === RELEASE)
            return { id: preview ? "" : releaseId(revealMap(inputs)), state: releaseState(inputs, 1, preview) };
        const fill = preview ? withUnknown : withComputed;
        return { id: preview ? "" : objectId(inputs), state: fill(inputs, serverFields(urn)) };
    }

    update({ type, urn, inputs, oldState, preview }: UpdateRequest): PropertyMap {
        if (type !== RELEASE) return withComputed(inputs, settled(serverFields(urn), oldState, [], preview));
        const status = revealMap(oldState)["status"];
        const revision =
            typeof status === "object" && status !== null && "revision" in status ? Number(status["revision"]) : 1;
        return releaseState(inputs, revision + 1, preview);
    }

    delete(): void {}

    read(request: ReadRequest): PropertyMap {
        if (Object.keys(request.state).length > 0) return request.state;
        throw new Error(
            `${this.speaker}: ${request.type} "${request.id}" cannot be looked up: there is no cluster behind it.`,
        );
    }

    invoke(token: string): PropertyMap {
        throw new Error(
            `${this.speaker}: it does not know the function ${token}; it has none. Use a Release or a resource.`,
        );
    }

    faultMessage(kind: FaultKind, type: string, operation: string, name: string): string {
        if (kind === "timeout" && type === RELEASE) {
            return `${this.speaker}: Helm release "${name}" was created, but failed to initialize completely. Use Helm CLI to investigate: failed to become available within allocated timeout. Error: Helm Release ${name}: context deadline exceeded`;
        }
        const answer: Record<FaultKind, string> = {
            denied: `${type} is forbidden: User "offline" cannot ${operation} resource`,
            throttled: "the server has received too many requests and has asked us to try again later",
            quota: "exceeded quota: offline",
            timeout: "Timeout occurred while waiting for the object to become ready",
        };
        return `${this.speaker}: ${operation} of ${type} (${name}): ${answer[kind]}`;
    }

    private get speaker(): string {
        return "stand-in for kubernetes";
    }
}
