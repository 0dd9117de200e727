// One import is enough for an application: the facade hands on the modules that its own signatures speak of.
@_exported public import ParseModels
@_exported public import ParseOutput
@_exported public import ParseRetry
@_exported public import ParseTransport
