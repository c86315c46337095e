/** Kinds of errors that the language and the browsers name (ECMAScript 2026, Web IDL, 2026-05). */
export const KNOWN_ERROR_NAMES: ReadonlySet<string> = new Set(
  `Error TypeError RangeError SyntaxError ReferenceError EvalError URIError AggregateError InternalError
  AbortError ConstraintError DataCloneError DataError EncodingError InvalidAccessError InvalidModificationError
  InvalidStateError NetworkError NoModificationAllowedError NotAllowedError NotFoundError NotReadableError
  NotSupportedError OperationError QuotaExceededError ReadOnlyError SecurityError TimeoutError
  TransactionInactiveError TypeMismatchError UnknownError VersionError`.split(/\s+/),
);

/**
 * Words of which the messages of the browsers are made, in lower case. A message keeps these and no other: whatever it
 * quotes of a page is left out, because it is not here.
 */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  `a aborted access add allowed already an and another any api argument arguments array as assign assignment at
  await be because been before being bigint blob boolean buffer call called cannot changed character characters class clone
  cloned close closed closing closure column completed connection constructor context convert converting could
  create data database defined delete deleted denied destroyed destructure disconnected document does down
  download dynamically end error establish exceeded exist existing expected expression extension extensions
  failed failure fetch fetching file filename find finished for found frame from function gesture get handle
  has have id imported in index input instance interrupted into invalid invalidated invocation is it iterable
  iterator json key lacks length limit listener literal loading lock long main map matching maximum message method
  missed missing module more must name native no non not null number object of on one only open operation
  option options or out outside own parameter parameters parse path pending permission platform policy port
  position possible promise properties property protocol quota range read reading readonly receiver receiving
  recursion rejected request require required requires reset resolved response responded response result
  running schema script send service set setting should size space specified stack state storage store stored
  string structured such symbol syntax tab terminated that the this time timeout to token too transaction
  type unable undefined unexpected unexpectedly unknown unsupported unterminated update upgrade url user valid
  value version was when which while window with within without worker write
  crash file_access_denied file_blocked file_failed file_name_too_long file_no_space file_security_check_failed
  file_too_large file_too_short file_transient_error file_virus_infected network_disconnected network_failed
  network_invalid_request network_server_down network_timeout server_bad_content server_cert_problem
  server_failed server_forbidden server_no_range server_unauthorized user_canceled user_shutdown`.split(
    /\s+/,
  ),
);
