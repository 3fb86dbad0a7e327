// A provider plugin that accepts everything and remembers nothing.
import { type CheckResult, type CreateResult, type DiffResult, main, type Provider } from "@pulumi/pulumi/provider";

type Properties = Readonly<Record<string, unknown>>;

const provider: Provider = {
    version: "1.0.0",
    async check(_urn: string, _olds: Properties, news: Properties): Promise<CheckResult> {
        return { inputs: news };
    },
    async diff(_id: string, _urn: string, olds: Properties, news: Properties): Promise<DiffResult> {
        return { changes: olds["label"] !== news["label"] };
    },
    async create(_urn: string, inputs: Properties): Promise<CreateResult> {
        return { id: "thing-1", outs: inputs };
    },
};

void main(provider, process.argv.slice(2));
