import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import {
    checkRequest,
    checkResponse,
    constructRequest,
    constructResponse,
    createRequest,
    deleteRequest,
    diffRequest,
    diffResponse,
    propertiesOf,
    readRequest,
    structOf,
    updateRequest,
} from "./messages";
import { partialFailureMetadata } from "./partial-failure";
import { PartialFailure, type StandIn } from "./stand-in";

type Call<Request, Response> = (
    call: grpc.ServerUnaryCall<Request, Response>,
    reply: grpc.sendUnaryData<Response>,
) => void;

/** Answers one kind of request; what is thrown becomes the error that the engine prints. */
function answer<Request, Response>(
    respond: (request: Request) => Response | Promise<Response>,
): Call<Request, Response> {
    return (call, reply) => {
        Promise.resolve()
            .then(() => respond(call.request))
            .then(
                (response) => reply(null, response),
                (problem: unknown) => reply(errorStatus(problem)),
            );
    };
}

function errorStatus(problem: unknown): Partial<grpc.StatusObject> {
    const details = problem instanceof Error ? problem.message : String(problem);
    const metadata = problem instanceof PartialFailure ? partialFailureMetadata(problem) : new grpc.Metadata();
    return { code: grpc.status.UNKNOWN, details, metadata };
}

/** The engine's provider protocol over a stand-in. */
function service(standIn: StandIn): grpc.UntypedServiceImplementation {
    return {
        getPluginInfo: answer(() => new PluginInfo().setVersion(standIn.version)),
        getSchema: answer(() => new proto.GetSchemaResponse().setSchema("{}")),
        attach: answer(() => new Empty()),
        cancel: answer(() => new Empty()),
        checkConfig: answer((request: proto.CheckRequest) =>
            checkResponse(standIn.checkConfig(propertiesOf(request.getNews()))),
        ),
        diffConfig: answer((request: proto.DiffRequest) => {
            const { oldInputs, inputs } = diffRequest(request);
            const replaces = standIn.replacingSettings?.(oldInputs, inputs) ?? [];
            const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
            const response = new proto.DiffResponse().setChanges(replaces.length === 0 ? DIFF_NONE : DIFF_SOME);
            return response.setReplacesList([...replaces]);
        }),
        configure: answer((request: proto.ConfigureRequest) => {
            standIn.configure(propertiesOf(request.getArgs()));
            return new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
        }),
        check: answer(async (request: proto.CheckRequest) => checkResponse(await standIn.check(checkRequest(request)))),
        diff: answer((request: proto.DiffRequest) => diffResponse(standIn.diff(diffRequest(request)))),
        create: answer((request: proto.CreateRequest) => {
            const { id, state } = standIn.create(createRequest(request));
            return new proto.CreateResponse().setId(id).setProperties(structOf(state));
        }),
        update: answer((request: proto.UpdateRequest) =>
            new proto.UpdateResponse().setProperties(structOf(standIn.update(updateRequest(request)))),
        ),
        delete: answer((request: proto.DeleteRequest) => {
            standIn.delete(deleteRequest(request));
            return new Empty();
        }),
        read: answer((request: proto.ReadRequest) =>
            new proto.ReadResponse()
                .setId(request.getId())
                .setProperties(structOf(standIn.read(readRequest(request))))
                .setInputs(request.getInputs()),
        ),
        invoke: answer((request: proto.InvokeRequest) =>
            new proto.InvokeResponse().setReturn(
                structOf(standIn.invoke(request.getTok(), propertiesOf(request.getArgs()))),
            ),
        ),
        construct: answer(async (request: proto.ConstructRequest) => {
            if (standIn.construct === undefined) throw new Error(`stand-in for ${standIn.name}: it has no components.`);
            return constructResponse(await standIn.construct(constructRequest(request)));
        }),
    };
}

/** Serves a stand-in on a free port of loopback and prints the port, which is how the engine finds a provider. */
export function serve(standIn: StandIn): void {
    const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
    const server = new grpc.Server(unlimited);
    server.addService(ResourceProviderService, service(standIn));
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (problem, port) => {
        if (problem !== null) throw problem;
        process.stdout.write(`${port}\n`);
    });
}
