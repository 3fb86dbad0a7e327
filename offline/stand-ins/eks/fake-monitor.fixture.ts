import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { propertiesOf, structOf } from "../protocol/messages";
import type { PropertyMap } from "../protocol/values";

/** A registration as an engine receives it. */
export interface Registration {
    readonly type: string;
    readonly name: string;
    readonly parent: string;
    readonly inputs: PropertyMap;
    readonly dependencies: readonly string[];
    readonly ignoreChanges: readonly string[];
    readonly protect: boolean;
    readonly provider: string;
    readonly version: string;
}

/** The engine's side of a component: records what is registered and answers as an `up`, or a preview, would. */
export class FakeMonitor {
    readonly registrations: Registration[] = [];
    readonly invoked: string[] = [];
    private readonly server = new Server();

    constructor(private readonly preview: boolean) {}

    start(): Promise<string> {
        this.server.addService(ResourceMonitorService, {
            registerResource: this.answer((request: proto.RegisterResourceRequest) => this.register(request)),
            registerResourceOutputs: this.answer(() => new Empty()),
            invoke: this.answer((request: proto.ResourceInvokeRequest) => {
                this.invoked.push(request.getTok());
                const response = new proto.ResourceInvokeResponse();
                response.setReturn(structOf({ partition: "aws", version: "v1.2.3-eksbuild.1", region: "eu-west-1" }));
                return response;
            }),
        });
        return new Promise((resolve, reject) => {
            this.server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (problem, port) => {
                if (problem === null) resolve(`127.0.0.1:${port}`);
                else reject(problem);
            });
        });
    }

    stop(): void {
        this.server.forceShutdown();
    }

    private register(request: proto.RegisterResourceRequest): proto.RegisterResourceResponse {
        const [type, name] = [request.getType(), request.getName()];
        const inputs = propertiesOf(request.getObject());
        this.registrations.push({
            ...{ type, name, inputs, parent: request.getParent(), protect: request.getProtect() ?? false },
            dependencies: request.getDependenciesList(),
            ignoreChanges: request.getIgnorechangesList(),
            provider: request.getProvider(),
            version: request.getVersion(),
        });
        const made = request.getCustom() && !this.preview;
        const response = new proto.RegisterResourceResponse();
        response.setUrn(`urn:${type}::${name}`);
        response.setId(made ? `${name}-id` : "");
        response.setObject(
            structOf({
                name,
                ...inputs,
                ...(made ? { arn: `arn:aws:eks:eu-west-1:123456789012:${name}`, endpoint: "https://e" } : {}),
            }),
        );
        return response;
    }

    private answer<Request, Response>(respond: (request: Request) => Response) {
        return (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>): void => {
            reply(null, respond(call.request));
        };
    }
}
