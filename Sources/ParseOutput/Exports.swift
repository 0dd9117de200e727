// What the decoders hand out is of this module, so that one import is enough.
@_exported public import ParseModels
