{{/* Addresses of the selected stores that no client understands, and passwords that would cross the network in clear text. */}}
{{- define "kaireon.problems.connections" -}}
{{- $v := .Values -}}
{{- $p := list -}}
{{- $stores := include "kaireon.stores" (list . "api") | fromJsonArray -}}
{{- if has "kafka" $stores -}}
{{- if and $v.kafka.brokers (not (regexMatch "^[^\\s,:/]+:[0-9]+(,[^\\s,:/]+:[0-9]+)*$" $v.kafka.brokers)) -}}
{{- $p = append $p (printf "kafka.brokers is %s; it must be host:port, several of them with commas and nothing else between. Correct kafka.brokers." $v.kafka.brokers) -}}
{{- end -}}
{{- if and (not $v.kafka.tls) (ne $v.kafka.authentication "none") -}}
{{- $p = append $p (printf "kafka.tls is false while kafka.authentication is %s; who listens could sign in too. Set kafka.tls to true, or kafka.authentication to none." $v.kafka.authentication) -}}
{{- end -}}
{{- end -}}
{{- if and (has "pulsar" $stores) $v.pulsar.serviceUrl (not (regexMatch "^pulsar\\+ssl://[^\\s,:/]+(:[0-9]+)?(,[^\\s,:/]+(:[0-9]+)?)*/?$" $v.pulsar.serviceUrl)) -}}
{{- $p = append $p (printf "pulsar.serviceUrl is %s; it must be pulsar+ssl://host:port: over pulsar:// the token would cross the network in clear text. Correct pulsar.serviceUrl." $v.pulsar.serviceUrl) -}}
{{- end -}}
{{- if and (has "scylla" $stores) $v.scylla.contactPoints (not (regexMatch "^[^\\s,:/]+(,[^\\s,:/]+)*$" $v.scylla.contactPoints)) -}}
{{- $p = append $p (printf "scylla.contactPoints is %s; it must be hosts alone, with commas and nothing else between: the port is scylla.port. Correct scylla.contactPoints." $v.scylla.contactPoints) -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}
