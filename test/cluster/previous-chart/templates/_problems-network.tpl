{{- define "kaireon.problems.ingress" -}}
{{- $v := .Values -}}
{{- $i := $v.ingress -}}
{{- $p := list -}}
{{- if $i.enabled -}}
{{- range list "host" "certificateArn" "allowedCidrs" -}}
{{- if not (index $i .) -}}{{- $p = append $p (printf "ingress.%s is empty, but ingress.enabled is true. Set ingress.%s." . .) -}}{{- end -}}
{{- end -}}
{{- $grace := int $v.api.terminationGracePeriodSeconds -}}
{{- $delay := int $i.deregistrationDelaySeconds -}}
{{- if lt $grace $delay -}}
{{- $p = append $p (printf "api.terminationGracePeriodSeconds is %d, below ingress.deregistrationDelaySeconds %d; pods would be killed while the load balancer drains them. Raise it to %d or more." $grace $delay $delay) -}}
{{- end -}}
{{- $idle := int $i.idleTimeoutSeconds -}}
{{- if le (int $v.api.keepAliveSeconds) $idle -}}
{{- $p = append $p (printf "api.keepAliveSeconds is %d, not above ingress.idleTimeoutSeconds %d; the load balancer would send requests into closing connections (502). Raise it above %d." (int $v.api.keepAliveSeconds) $idle $idle) -}}
{{- end -}}
{{- end -}}
{{- if le (int $v.api.terminationGracePeriodSeconds) (int $v.api.preStopSleepSeconds) -}}
{{- $p = append $p (printf "api.terminationGracePeriodSeconds is %d, not above api.preStopSleepSeconds %d; no time would be left to finish requests. Raise it." (int $v.api.terminationGracePeriodSeconds) (int $v.api.preStopSleepSeconds)) -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}

{{/* An empty list of ranges in a network policy means "anywhere": it must not happen by omission. */}}
{{- define "kaireon.problems.network" -}}
{{- $root := . -}}
{{- $policy := .Values.networkPolicy -}}
{{- $p := list -}}
{{- if $policy.enabled -}}
{{- if and .Values.ingress.enabled (not $policy.vpcCidr) -}}
{{- $p = append $p "networkPolicy.vpcCidr is empty, but ingress.enabled is true; the load balancer's requests would be dropped. Set networkPolicy.vpcCidr to the VPC's range." -}}
{{- end -}}
{{- range $store := include "kaireon.stores" (list . "api") | fromJsonArray -}}
{{- if not (include "kaireon.storeCidrs" (list $root $store) | fromJsonArray) -}}
{{- $key := ternary "networkPolicy.awsApiCidrs" (printf "networkPolicy.dataCidrs (or networkPolicy.storeCidrs.%s)" $store) (has $store (list "kinesis" "eventbridge" "dynamodb" "keyspaces")) -}}
{{- $p = append $p (printf "%s is empty; the pods could not reach %s. Set it to the ranges that %s answers in." $key $store $store) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}
