import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { propertiesOf, structOf } from "../protocol/messages";
import { isUnknown, type PropertyMap, resourceReference, UNKNOWN } from "../protocol/values";
import { flatten, type Input, Output } from "./output";

export interface ResourceOptions {
    readonly parent: string;
    /** URNs that it waits for besides those that its inputs come from. */
    readonly dependsOn?: readonly string[];
    /** A provider reference, `urn::id`. Default: the one that the component was given for the package, else the stack's own. */
    readonly provider?: string;
    readonly ignoreChanges?: readonly string[];
}

export class Registered {
    constructor(
        readonly urn: string,
        /** Empty for a component. */
        private readonly resourceId: string,
        private readonly properties: PropertyMap,
        private readonly preview: boolean,
        private readonly custom: boolean,
    ) {}

    get id(): Output {
        return new Output(this.resourceId === "" ? UNKNOWN : this.resourceId, [this.urn]);
    }

    get(property: string): Output {
        return new Output(this.properties[property] ?? (this.preview ? UNKNOWN : null), [this.urn]);
    }

    /** How an output of the component refers to this resource. */
    get reference(): Output {
        return new Output(resourceReference(this.urn, this.custom ? this.id.value : undefined), [this.urn]);
    }

    /** How another resource names this one as its provider. */
    get providerReference(): string {
        return `${this.urn}::${this.resourceId === "" ? UNKNOWN : this.resourceId}`;
    }
}

export interface MonitorSettings {
    readonly address: string;
    readonly preview: boolean;
    /** Of the component; its resources inherit it. */
    readonly protect: boolean | undefined;
    readonly retainOnDelete: boolean | undefined;
    /** Provider references by package. */
    readonly providers: Readonly<Record<string, string>>;
    /** SDK versions by package: with the program's own the engine starts no second provider. */
    readonly versions: Readonly<Record<string, string>>;
}

/** Registers resources with the engine. */
export class Monitor {
    private readonly client: ResourceMonitorClient;

    constructor(private readonly settings: MonitorSettings) {
        const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
        this.client = new ResourceMonitorClient(settings.address, credentials.createInsecure(), unlimited);
    }

    component(type: string, name: string, options: ResourceOptions): Promise<Registered> {
        return this.register(type, name, {}, options, false);
    }

    resource(
        type: string,
        name: string,
        inputs: Readonly<Record<string, Input>>,
        options: ResourceOptions,
    ): Promise<Registered> {
        return this.register(type, name, inputs, options, true);
    }

    async registerOutputs(component: Registered, outputs: Readonly<Record<string, Input>>): Promise<void> {
        const request = new proto.RegisterResourceOutputsRequest();
        request.setUrn(component.urn);
        request.setOutputs(structOf(flattenMap(outputs)));
        await call<unknown>((done) => this.client.registerResourceOutputs(request, done));
    }

    /** A provider function; unknown when an argument is. */
    async invoke(token: string, args: Readonly<Record<string, Input>>): Promise<Output> {
        const { value, dependencies } = flatten(args);
        const plain = value as PropertyMap;
        if (Object.values(plain).some(isUnknown)) return new Output(UNKNOWN, dependencies);
        const pkg = packageOf(token);
        const request = new proto.ResourceInvokeRequest();
        request.setTok(token);
        request.setArgs(structOf(plain));
        request.setProvider(this.settings.providers[pkg] ?? "");
        request.setVersion(this.settings.versions[pkg] ?? "");
        const response = await call<proto.ResourceInvokeResponse>((done) => this.client.invoke(request, done));
        const [failure] = response.getFailuresList();
        if (failure !== undefined) throw new Error(`${token}: ${failure.getReason()}`);
        return new Output(propertiesOf(response.getReturn()), dependencies);
    }

    close(): void {
        this.client.close();
    }

    private async register(
        type: string,
        name: string,
        inputs: Readonly<Record<string, Input>>,
        options: ResourceOptions,
        custom: boolean,
    ): Promise<Registered> {
        const { preview, protect, retainOnDelete, providers, versions } = this.settings;
        const request = new proto.RegisterResourceRequest();
        request.setType(type);
        request.setName(name);
        request.setParent(options.parent);
        request.setCustom(custom);
        request.setAcceptsecrets(true);
        request.setAcceptresources(true);
        request.setSupportspartialvalues(true);
        request.setObject(structOf(flattenMap(inputs)));
        request.setIgnorechangesList([...(options.ignoreChanges ?? [])]);
        if (protect !== undefined) request.setProtect(protect);
        if (retainOnDelete !== undefined) request.setRetainondelete(retainOnDelete);
        if (custom) {
            const pkg = packageOf(type);
            request.setVersion(versions[pkg] ?? "");
            request.setProvider(options.provider ?? (type.startsWith("pulumi:") ? undefined : providers[pkg]) ?? "");
        }
        const all = new Set(options.dependsOn);
        for (const [property, input] of Object.entries(inputs)) {
            const { dependencies } = flatten(input);
            const urns = new proto.RegisterResourceRequest.PropertyDependencies();
            urns.setUrnsList([...dependencies]);
            request.getPropertydependenciesMap().set(property, urns);
            for (const urn of dependencies) all.add(urn);
        }
        request.setDependenciesList([...all]);
        const response = await call<proto.RegisterResourceResponse>((done) =>
            this.client.registerResource(request, done),
        );
        return new Registered(response.getUrn(), response.getId(), propertiesOf(response.getObject()), preview, custom);
    }
}

function flattenMap(inputs: Readonly<Record<string, Input>>): PropertyMap {
    return flatten(inputs).value as PropertyMap;
}

/** `aws:eks/addon:Addon` → `aws`; `pulumi:providers:kubernetes` → `kubernetes`. */
function packageOf(type: string): string {
    const parts = type.split(":");
    return (parts[0] === "pulumi" ? parts[2] : parts[0]) ?? "";
}

function call<Response>(
    send: (done: (problem: ServiceError | null, response: Response) => void) => void,
): Promise<Response> {
    return new Promise((resolve, reject) => {
        send((problem, response) => (problem === null ? resolve(response) : reject(new Error(problem.details))));
    });
}
