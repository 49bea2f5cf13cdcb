using Reporting.TestSupport.Tds.Sql;
using Reporting.TestSupport.Tds.Wire;

namespace Reporting.TestSupport.Tds;

/// <summary>Remote procedure calls, one or more in a message: sp_executesql is how a client sends a command with parameters.</summary>
internal sealed class RemoteCalls(TdsSession session, TokenWriter tokens, CancellationToken cancel)
{
    private const int ByNumber = 0xFFFF;
    private const int ExecuteSql = 10;
    private const byte Separator = 0xFF;

    public async Task RunAsync(MessageReader message)
    {
        message.SkipAllHeaders();
        while (!message.AtEnd)
        {
            var name = message.UInt16() is not ByNumber and var length ? message.Text(length) : NameOf(message.UInt16());
            message.UInt16();
            var parameters = Parameters(message);
            if (name is not "sp_executesql")
            {
                throw TdsError.Unknown($"calls of {name}");
            }

            await new Batch(session, tokens, DoneToken.InProcedure, cancel).RunAsync(
                (string)parameters[0].Value.Value!,
                parameters.Skip(2).ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.OrdinalIgnoreCase));
            tokens.ReturnStatus(0);
            tokens.Done(DoneToken.Procedure);
        }
    }

    private static string NameOf(int number) =>
        number == ExecuteSql ? "sp_executesql" : throw TdsError.Unknown($"the system procedure number {number}");

    private static List<(string Name, Variable Value)> Parameters(MessageReader message)
    {
        var parameters = new List<(string, Variable)>();
        while (!message.AtEnd)
        {
            var length = message.Byte();
            if (length == Separator)
            {
                break;
            }

            var name = message.Text(length);
            if (message.Byte() != 0)
            {
                throw TdsError.Unknown($"output and default parameters such as {name}");
            }

            parameters.Add((name, TypeReader.Read(message)));
        }

        return parameters;
    }
}
