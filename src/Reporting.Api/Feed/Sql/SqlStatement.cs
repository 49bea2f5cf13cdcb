using System.Data.Common;

namespace Reporting.Api.Feed.Sql;

internal sealed record SqlStatement(string Text, SqlParameters Parameters)
{
    public void Prepare(DbCommand command)
    {
        command.CommandText = Text;
        Parameters.AddTo(command);
        SqliteFunctions.Register(command);
    }
}
