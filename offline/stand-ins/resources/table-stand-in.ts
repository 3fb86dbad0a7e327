import type { FaultKind } from "../faults";
import type {
    CheckFailure,
    CheckRequest,
    CheckResult,
    CreateRequest,
    DeleteRequest,
    DiffRequest,
    DiffResult,
    ReadRequest,
    ResourceRequest,
    StandIn,
    UpdateRequest,
} from "../protocol/stand-in";
import { type PropertyMap, revealMap, UNKNOWN } from "../protocol/values";
import { checkInputs, nearest } from "../schema/check-inputs";
import type { ResourceSchema, SchemaTable } from "../schema/table";
import { diffInputs } from "./diff";
import { autoNameOf, hexOf, withAutoName, withDefault } from "./names";
import { emptyOutputs, settled, withComputed, withUnknown } from "./outputs";
import type { Instance, Refusal, ResourceRow, Rows } from "./row";

/** Functions of a provider by token: what `invoke` answers. */
export type Invokes = Readonly<Record<string, (args: PropertyMap) => PropertyMap>>;

/** A stand-in whose resource types are rows of a table; the SDK's declarations say which properties each has. */
export abstract class TableStandIn implements StandIn {
    constructor(
        readonly name: string,
        readonly version: string,
        protected readonly rows: Rows,
        protected readonly schema: SchemaTable,
    ) {}

    abstract checkConfig(inputs: PropertyMap): CheckResult;
    abstract configure(inputs: PropertyMap): void;
    abstract faultMessage(kind: FaultKind, type: string, operation: string, name: string): string;
    protected abstract invokes(): Invokes;
    /** The account that resources are made in. */
    protected abstract place(): Pick<Instance, "region" | "accountId" | "partition">;

    /** Outputs that the provider computes without asking AWS, so that a preview knows them. */
    protected known(_inputs: PropertyMap, _schema: ResourceSchema): PropertyMap {
        return {};
    }

    check(request: CheckRequest): CheckResult {
        const { row, schema } = this.rowOf(request);
        const failures: CheckFailure[] = [];
        const refuse = (refused: Refusal | undefined): void => {
            if (refused === undefined) return;
            const reason = `${this.speaker}: ${request.type}: ${refused.problem}`;
            failures.push({ property: refused.property, reason });
        };
        let { inputs } = request;
        const rule = autoNameOf(row, schema);
        if (rule !== undefined) {
            const named = withAutoName(rule, request);
            inputs = named.inputs;
            refuse(named.problem);
        }
        for (const [property, value] of Object.entries(row.defaults ?? {})) {
            if ((inputs[property] ?? null) === null) inputs = withDefault({ ...inputs, [property]: value }, property);
        }
        failures.push(
            ...checkInputs(this.schema, schema.inputs, inputs, { speaker: this.speaker, type: request.type }),
        );
        if (failures.length === 0) refuse(row.refuse?.(revealMap(inputs), revealMap(request.oldInputs)));
        return { inputs, failures };
    }

    diff(request: DiffRequest): DiffResult {
        return diffInputs(this.rowOf(request).row, request);
    }

    create(request: CreateRequest): { id: string; state: PropertyMap } {
        const { row, schema } = this.rowOf(request);
        const { instance, computed } = this.compute(row, schema, request, row.id);
        const inputs = { ...request.inputs, ...this.known(instance.inputs, schema) };
        if (request.preview) return { id: "", state: withUnknown(asOutputs(inputs), computed) };
        return { id: instance.id, state: withComputed(asOutputs(inputs), computed) };
    }

    update(request: UpdateRequest): PropertyMap {
        const { row, schema } = this.rowOf(request);
        if (!request.preview) {
            const refused = row.refuseUpdate?.(revealMap(request.oldState), revealMap(request.inputs));
            if (refused !== undefined) throw new Error(this.refusal("updating", request, refused));
        }
        const { instance, computed } = this.compute(row, schema, request, () => request.id, request.oldState);
        const inputs = { ...request.inputs, ...this.known(instance.inputs, schema) };
        const outputs = settled(computed, request.oldState, row.recompute ?? [], request.preview);
        return withComputed(asOutputs(inputs), outputs);
    }

    delete(request: DeleteRequest): void {
        const { row } = this.rowOf(request);
        const state = revealMap(request.state);
        const refused = row.refuseDelete?.(state, this.instance(request, state, request.id));
        if (refused !== undefined) throw new Error(this.refusal("deleting", request, refused));
    }

    read(request: ReadRequest): PropertyMap {
        this.rowOf(request);
        if (Object.keys(request.state).length > 0) return request.state;
        throw new Error(
            `${this.speaker}: ${request.type} "${request.id}" cannot be looked up: there is no account behind it. Give what is needed of it as config.`,
        );
    }

    invoke(token: string, args: PropertyMap): PropertyMap {
        const invokes = this.invokes();
        const respond = invokes[token];
        if (respond !== undefined) return respond(revealMap(args));
        throw new Error(
            `${this.speaker}: it does not know the function ${token}. Add it to the invokes of offline/stand-ins/${this.name}; ` +
                `it knows ${Object.keys(invokes).sort().join(", ") || "none"}.`,
        );
    }

    private refusal(doing: string, { type, id }: DeleteRequest | UpdateRequest, problem: string): string {
        return `${this.speaker}: ${doing} ${type} (${id}): ${problem}`;
    }

    protected get speaker(): string {
        return `stand-in for ${this.name}`;
    }

    private rowOf({ type }: ResourceRequest): { row: ResourceRow; schema: ResourceSchema } {
        const row = this.rows[type];
        const schema = this.schema.resources[type];
        if (row !== undefined && schema !== undefined) return { row, schema };
        const near = nearest(type, Object.keys(this.rows));
        const hint = near === undefined ? "" : ` Did you mean ${near}?`;
        throw new Error(
            `${this.speaker}: it does not know the resource type ${type}.${hint} Add a row to offline/stand-ins/${this.name} and run npm run stand-ins.`,
        );
    }

    private instance(request: ResourceRequest, inputs: PropertyMap, id: string, old?: PropertyMap): Instance {
        const source = `${request.urn} ${JSON.stringify(inputs)}`;
        const place = this.place();
        const region = typeof inputs["region"] === "string" ? inputs["region"] : place.region;
        return {
            ...{ urn: request.urn, type: request.type, name: request.name },
            ...{ inputs, id, ...place, region },
            ...(old === undefined ? {} : { old }),
            hex: (length, use = "") => hexOf(`${use} ${source}`, length),
        };
    }

    private compute(
        row: ResourceRow,
        schema: ResourceSchema,
        request: CreateRequest,
        id: (instance: Instance) => string,
        old?: PropertyMap,
    ): { instance: Instance; computed: PropertyMap } {
        const inputs = revealMap(request.inputs);
        const nascent = this.instance(request, inputs, "", old === undefined ? undefined : revealMap(old));
        const instance = { ...nascent, id: request.preview && old === undefined ? UNKNOWN : id(nascent) };
        return { instance, computed: { ...emptyOutputs(schema.outputs), ...row.outputs?.(instance) } };
    }
}

/** Outputs have neither the record of defaults nor the write-only properties, such as `secretStringWo`. */
function asOutputs(inputs: PropertyMap): PropertyMap {
    return Object.fromEntries(
        Object.entries(inputs).filter(([name]) => !name.startsWith("__") && !name.endsWith("Wo")),
    );
}
