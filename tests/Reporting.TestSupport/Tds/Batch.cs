using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Reporting.TestSupport.Tds.Sql;
using Reporting.TestSupport.Tds.Wire;

namespace Reporting.TestSupport.Tds;

/// <summary>Runs the statements of one batch, one after another.</summary>
internal sealed class Batch(TdsSession session, TokenWriter tokens, DoneToken done, CancellationToken cancel)
{
    private Dictionary<string, Variable> _variables = [];
    private bool _answered;

    public async Task RunAsync(string text, Dictionary<string, Variable> parameters)
    {
        _variables = new(parameters, StringComparer.OrdinalIgnoreCase);
        await session.Server.Faults.AtStatementAsync(text, cancel);
        foreach (var statement in Scripts.Parse(text))
        {
            await TryAsync(statement);
        }

        if (!_answered)
        {
            tokens.Done(done);
        }
    }

    private async Task TryAsync(TSqlStatement statement)
    {
        try
        {
            await RunAsync(statement);
        }
        catch (TdsError error) when (error.EndsStatementOnly)
        {
            session.Fail(error);
            End();
        }
    }

    private async Task RunAsync(TSqlStatement statement)
    {
        switch (statement)
        {
            case BeginEndBlockStatement block:
                foreach (var inner in block.StatementList.Statements)
                {
                    await TryAsync(inner);
                }

                break;
            case IfStatement choice:
                await ChooseAsync(choice);
                break;
            case DeclareVariableStatement declaration:
                Declare(declaration);
                break;
            case SetVariableStatement { AssignmentKind: AssignmentKind.Equals } assignment:
                Assign(assignment.Variable.Name, assignment.Expression);
                break;
            case ThrowStatement { ErrorNumber: { } number } thrown:
                throw new TdsError(
                    int.Parse(TextOf(number), CultureInfo.InvariantCulture), 16, TextOf(thrown.Message), byte.Parse(TextOf(thrown.State), CultureInfo.InvariantCulture));
            case WaitForStatement { WaitForOption: WaitForOption.Delay } wait:
                await Task.Delay(TimeSpan.Parse(TextOf(wait.Parameter), CultureInfo.InvariantCulture), cancel);
                break;
            case PredicateSetStatement { Options: SetOptions.NoCount, IsOn: false }:
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableProcedureReference procedure } call:
                await CallAsync(call.ExecuteSpecification, procedure);
                break;
            default:
                await (Translate(statement) is { } translated ? RowsAsync(translated) : DefineAsync(statement));
                break;
        }
    }

    private async Task RowsAsync(Translated statement)
    {
        var rows = new Rows(session, tokens, _variables, cancel);
        var count = statement.Command == TokenWriter.SelectCommand
            ? await rows.ReadAsync(statement)
            : await session.Transaction.WriteAsync(() => rows.Write(statement), cancel);
        End(statement.Command, count);
    }

    private async Task DefineAsync(TSqlStatement statement)
    {
        if (await new ServerStatements(session).RunAsync(statement))
        {
            End();
            return;
        }

        await session.Transaction.WriteAsync(
            () =>
            {
                var definition = new Definitions(Translation()).Translate(statement) ?? throw Sql.Translation.Refusal(statement);
                var rows = new Rows(session, tokens, _variables, cancel);
                foreach (var sql in definition.Sql)
                {
                    rows.Write(new(sql, 0, [], []));
                }

                session.Transaction.Change(definition.Catalog);
                return true;
            },
            cancel);
        End();
    }

    private async Task ChooseAsync(IfStatement choice)
    {
        var translation = Translation();
        var condition = translation.Predicates.Translate(choice.Predicate, new Scope());
        var outcome = Value(Translated.Of(new Expr($"({condition})", SqlType.Bit), translation));
        if (outcome is 1L)
        {
            await RunAsync(choice.ThenStatement);
        }
        else if (choice.ElseStatement is { } otherwise)
        {
            await RunAsync(otherwise);
        }
    }

    private void Declare(DeclareVariableStatement declaration)
    {
        foreach (var declared in declaration.Declarations)
        {
            _variables[declared.VariableName.Value] = new(Types.Of(declared.DataType), null);
            if (declared.Value is { } value)
            {
                Assign(declared.VariableName.Value, value);
            }
        }
    }

    private void Assign(string name, ScalarExpression expression)
    {
        var translation = Translation();
        var type = _variables[name].Type;
        var value = Conversion.Emit(translation.Expressions.Translate(expression, new Scope()), type, column: null);
        _variables[name] = new(type, Value(Translated.Of(value, translation)));
    }

    private async Task CallAsync(ExecuteSpecification specification, ExecutableProcedureReference procedure)
    {
        var name = procedure.ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value;
        if (!name.Equals("sp_getapplock", StringComparison.OrdinalIgnoreCase))
        {
            throw Sql.Translation.Refusal(procedure);
        }

        var given = procedure.Parameters.ToDictionary(parameter => parameter.Variable.Name, parameter => TextOf(parameter.ParameterValue), StringComparer.OrdinalIgnoreCase);
        if (given["@LockMode"] is not "Exclusive" || given["@LockOwner"] is not "Transaction" || !session.Transaction.IsOpen)
        {
            throw Sql.Translation.Refusal(procedure);
        }

        var patience = TimeSpan.FromMilliseconds(int.Parse(given["@LockTimeout"], CultureInfo.InvariantCulture));
        var taken = await session.Transaction.LockAsync(given["@Resource"], patience, cancel);
        if (specification.Variable is { } outcome)
        {
            _variables[outcome.Name] = _variables[outcome.Name] with { Value = taken ? 0L : -1L };
        }
    }

    private Translated? Translate(TSqlStatement statement)
    {
        var signature = string.Join(' ', _variables.Select(pair => $"{pair.Key} {pair.Value.Type}").Prepend(session.OwnSchema));
        var known = session.Transaction.Catalog.Translated;
        if (known.TryGetValue((statement, signature), out var before))
        {
            return before;
        }

        var translated = Translated.Of(statement, Translation());
        if (translated is not null)
        {
            known[(statement, signature)] = translated;
        }

        return translated;
    }

    private Translation Translation() => new(session.Transaction.Catalog, session.OwnSchema, _variables);

    private object? Value(Translated expression) => new Rows(session, tokens, _variables, cancel).Scalar(expression);

    private static string TextOf(TSqlFragment value) =>
        value is Literal literal ? literal.Value : throw Sql.Translation.Refusal(value);

    private void End(int command = 0, long? rows = null)
    {
        tokens.Done(done, command, rows);
        _answered = true;
    }
}
