import { Metadata, status } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { structOf } from "./messages";
import type { PartialFailure } from "./stand-in";

/**
 * The trailer that carries a half-done resource beside the error. gRPC for Node has no call for it, so that the well-known key is
 * set by hand: https://github.com/grpc/proposal/blob/master/L99-grpc-status-details-bin.md
 */
export function partialFailureMetadata(failure: PartialFailure): Metadata {
    const detail = new ErrorResourceInitFailed();
    detail.setId(failure.id);
    detail.setProperties(structOf(failure.state));
    detail.setReasonsList([failure.message]);

    const packed = new Any();
    packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const outcome = new Status();
    outcome.setCode(status.UNKNOWN);
    outcome.setMessage(failure.message);
    outcome.addDetails(packed);

    const metadata = new Metadata();
    metadata.add("grpc-status-details-bin", Buffer.from(outcome.serializeBinary()));
    return metadata;
}
