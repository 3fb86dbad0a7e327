import { withoutProxy } from "./unknown";
import { View } from "./view";

/** What the SDK says of one resource, as far as policies use it. */
export interface RegisteredResource {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    /** A resource policy sees the inputs, a stack policy the outputs: in a preview the inputs, and what the provider computes as unknown. */
    readonly props: Readonly<Record<string, unknown>>;
    readonly opts: { readonly protect: boolean; readonly ignoreChanges: readonly string[] };
    readonly provider?: {
        readonly type: string;
        readonly name: string;
        readonly props: Readonly<Record<string, unknown>>;
    };
}

/** One resource by itself, as resource policies see it. */
export class Resource {
    readonly type: string;
    readonly urn: string;
    readonly name: string;
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly properties: View;

    constructor(private readonly registered: RegisteredResource) {
        this.type = registered.type;
        this.urn = registered.urn;
        this.name = registered.name;
        this.protect = registered.opts.protect;
        this.ignoreChanges = registered.opts.ignoreChanges;
        this.properties = new View(registered.props, this);
    }

    /** As messages call it. */
    get label(): string {
        return `${this.name} (${this.type})`;
    }

    /** The settings of the provider that makes it, such as `region`. */
    get provider(): View {
        const { provider } = this.registered;
        return new View(withoutProxy(provider?.props), { label: `the provider of ${this.label}`, urn: this.urn });
    }
}
